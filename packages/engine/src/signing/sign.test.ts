import { expect, test } from 'vitest'
import { hashSigningKey, isSignedBy, signText } from './sign.ts'

const key = `signkey-prod-${'12345678'.repeat(8)}`
const now = 1_795_243_528_000

test('a signature holds for its text, its key and five minutes, and for nothing else', () => {
  const signature = signText('{"a":1}', key, now)
  expect(signature).toMatch(/^t=1795243528&s=[0-9a-f]{64}$/)
  expect(isSignedBy('{"a":1}', signature, key, now + 299_000)).toBe(true)
  expect(isSignedBy('{"a":1}', signature, key, now + 301_000)).toBe(false)
  expect(isSignedBy('{"a":2}', signature, key, now)).toBe(false)
  expect(isSignedBy('{"a":1}', signature, `${key.slice(0, -2)}00`, now)).toBe(false)
  expect(isSignedBy('{"a":1}', signature.replace('528', '529'), key, now)).toBe(false)
  for (const wrong of [undefined, '', 't=1', 's=00', `${signature}&s=1`])
    expect(isSignedBy('', wrong, key, now)).toBe(false)
})

test('the key is presented as the hash of its bytes under its prefix', () => {
  expect(hashSigningKey('signkey-test-00ff')).toBe(
    'signkey-test-06eb7d6a69ee19e5fbdf749018d3d2abfa04bcbd1365db312eb86dc7169389b8',
  )
})

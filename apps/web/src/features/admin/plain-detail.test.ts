import { expect, test } from 'vitest'
import { plainDetail } from './plain-detail'

test('of what is written as data the reason is shown with the code of the gateway, and everything else as it was written', () => {
  expect(plainDetail('{"reason":"no answer within 10000 ms","step":"charge-card"}')).toBe('no answer within 10000 ms')
  expect(plainDetail('{"reason":"not-refundable","gatewayCode":"charge_disputed","message":"…"}')).toBe(
    'not-refundable (charge_disputed)',
  )
  for (const text of ['the carrier has lost the parcel', '{"carrierCode":"X"}', '{"reason":""}', '{not data', '']) {
    expect(plainDetail(text)).toBe(text)
  }
})

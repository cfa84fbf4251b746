import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('keys are sorted at every depth and nothing else changes', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'é\u2028', '': true })).toBe(
    '{"":true,"a":"é\u2028","b":[{"c":null,"d":1}]}',
  )
})

test('numbers and lone surrogates are written as RFC 8785 wants them', () => {
  expect(canonicalJson([1e21, 0.1, -0, 1e-7, '\ud800'])).toBe('[1e+21,0.1,0,1e-7,"\\ud800"]')
})

test('keys that look like numbers or like prototypes are ordinary keys', () => {
  expect(canonicalJson(JSON.parse('{"10":1,"9":2,"__proto__":3}'))).toBe('{"10":1,"9":2,"__proto__":3}')
})

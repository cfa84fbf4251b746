import { expect, test } from 'vitest'
import { readCause } from './read-cause'

test('of what was recorded as data the code of the outside comes first, then the reason, and nothing is left as data', () => {
  expect(readCause('{"reason":"not-refundable","gatewayCode":"charge_disputed","message":"…"}')).toEqual({
    keys: ['charge_disputed', 'not-refundable'],
    text: '',
  })
  expect(readCause('{"reason":"parcel-refused","carrierCode":"DEPOT_CLOSED"}').keys).toEqual([
    'DEPOT_CLOSED',
    'parcel-refused',
  ])
})

test('an answer of the gateway in the middle of a sentence is read as well', () => {
  const recorded =
    'the answer to the refund: {"outcome":"declined","reason":"not-refundable","gatewayCode":"balance_insufficient"}'
  expect(readCause(recorded)).toEqual({ keys: ['balance_insufficient', 'not-refundable'], text: '' })
})

test('what the shop says in sentences is known by its pattern, and any other text stays as it was written', () => {
  expect(readCause('{"reason":"the answer: unknown, no answer within 10000 ms","step":"charge-card"}').keys).toEqual([
    'no-answer',
    'away',
  ])
  expect(readCause('{"reason":"step-failed","error":"canceling statement due to statement timeout"}').keys).toEqual([
    'database-busy',
    'no-answer',
  ])
  expect(readCause('the answer: retryable, 503').keys).toEqual(['away'])
  for (const text of ['something of its own', '{not data', '']) expect(readCause(text)).toEqual({ keys: [], text })
})

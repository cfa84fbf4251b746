import { expect, test } from 'vitest'
import { traceAddress } from './trace-address'

const ids = { traceId: '0af7651916cd43dd8448eb211c80319c', correlationId: 'cor_1/2' }

test('a trace is opened by its id, or found by the correlation id, whichever the setting names', () => {
  expect(traceAddress('https://traces.example/trace/{traceId}', ids)).toBe(
    `https://traces.example/trace/${ids.traceId}`,
  )
  expect(traceAddress('https://traces.example/search?q={correlationId}&id={traceId}', ids)).toBe(
    `https://traces.example/search?q=cor_1%2F2&id=${ids.traceId}`,
  )
})

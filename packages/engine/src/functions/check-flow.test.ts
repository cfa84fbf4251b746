import { expect, test } from 'vitest'
import { checkFunction } from './check-function.ts'

const check = (options: Record<string, unknown>) =>
  checkFunction('shop', {
    id: 'shop-pay',
    triggers: [{ event: 'order/paid' }],
    steps: { step: { runtime: { type: 'http', url: 'http://127.0.0.1:3000/api/inngest?fnId=shop-pay&stepId=step' } } },
    ...options,
  }).fn.flow

test('the options are read in the units in which the engine works', () => {
  const key = expect.objectContaining({ text: 'event.data.id' })
  const rate = { limit: 20, period: '1m30s', key: 'event.data.id' }
  expect(check({ rateLimit: rate, throttle: { ...rate, burst: 2 } })).toEqual({
    rateLimit: { limit: 20, periodMs: 90_000, burst: 2, key },
    throttle: { limit: 20, periodMs: 90_000, burst: 21, key },
  })
  expect(check({ debounce: { period: '5m', timeout: '1h' } })).toEqual({
    debounce: { periodMs: 300_000, timeoutMs: 3_600_000, key: undefined },
  })
  expect(check({ batchEvents: { maxSize: 100, timeout: '60s', if: 'event.data.id' } })).toEqual({
    batch: { maxSize: 100, timeoutMs: 60_000, key: undefined, condition: key },
  })
  expect(check({ singleton: { mode: 'cancel', key: 'event.data.id' }, priority: { run: '120' } })).toEqual({
    singleton: { mode: 'cancel', key },
    priority: expect.objectContaining({ text: '120' }),
  })
})

test('idempotency takes the place of a rate limit', () => {
  expect(check({ idempotency: 'event.data.id', rateLimit: { limit: 1, period: '1m' } })).toEqual({})
})

const rate = { limit: 1, period: '1m' }
const batch = { maxSize: 10, timeout: '5s' }

test.each([
  [{ rateLimit: { ...rate, limit: 0 } }, 'rateLimit.limit is refused: 0 is no whole number from 1 on'],
  [{ rateLimit: { ...rate, limit: 1.5 } }, 'rateLimit.limit is refused'],
  [{ rateLimit: { ...rate, period: 'abc' } }, 'rateLimit.period is refused: "abc" is no duration'],
  [{ rateLimit: { ...rate, period: '' } }, 'rateLimit.period is refused: "" is no duration'],
  [{ rateLimit: { ...rate, period: '25h' } }, 'rateLimit.period is refused: "25h" is out of bounds'],
  [{ rateLimit: { ...rate, period: '0s' } }, 'rateLimit.period is refused: "0s" is out of bounds'],
  [{ rateLimit: { ...rate, key: 'event.data.' } }, 'rateLimit.key is refused: "event.data." is no CEL expression'],
  [{ rateLimit: { limit: 1 } }, 'rateLimit.period is not valid'],
  [{ throttle: { ...rate, limit: 0 } }, 'throttle.limit is refused'],
  [{ throttle: { ...rate, period: '10ms' } }, 'throttle.period is refused: "10ms" is out of bounds'],
  [{ throttle: { ...rate, burst: -1 } }, 'throttle.burst is refused'],
  [{ debounce: { period: '500ms' } }, 'debounce.period is refused: "500ms" is out of bounds'],
  [{ debounce: { period: '8d' } }, 'debounce.period is refused'],
  [{ debounce: { period: '1m', timeout: 'soon' } }, 'debounce.timeout is refused'],
  [
    { debounce: { period: '1m', key: 'evt.id' } },
    'debounce.key is refused: "evt.id" is no CEL expression: "evt" is no',
  ],
  [{ batchEvents: { ...batch, maxSize: 0 } }, 'batchEvents.maxSize is refused: 0 is no whole number from 2 to 100'],
  [{ batchEvents: { ...batch, maxSize: 1 } }, 'batchEvents.maxSize is refused'],
  [{ batchEvents: { ...batch, maxSize: 101 } }, 'batchEvents.maxSize is refused'],
  [{ batchEvents: { ...batch, timeout: '10ms' } }, 'batchEvents.timeout is refused'],
  [{ batchEvents: { ...batch, if: '1 +' } }, 'batchEvents.if is refused'],
  [{ batchEvents: batch, cancel: [{ event: 'x' }] }, 'batchEvents is refused: it cannot be combined with cancelOn'],
  [{ batchEvents: batch, debounce: { period: '1m' } }, 'batchEvents is refused: it cannot be combined with debounce'],
  [{ batchEvents: batch, singleton: { mode: 'skip' } }, 'it cannot be combined with singleton'],
  [{ batchEvents: batch, priority: { run: '1' } }, 'it cannot be combined with priority'],
  [{ batchEvents: batch, rateLimit: rate }, 'it cannot be combined with rateLimit'],
  [{ batchEvents: batch, idempotency: 'event.id' }, 'it cannot be combined with idempotency'],
  [{ singleton: { mode: 'wait' } }, 'singleton.mode is not valid'],
  [{ singleton: { mode: 'skip', key: ')' } }, 'singleton.key is refused'],
  [{ priority: { run: 'nonsense(event)' } }, 'priority.run is refused'],
  [{ triggers: [{ cron: '* * * * *', jitter: '30s' }] }, 'cron jitter is refused: this engine fires on time'],
])('%j is refused with the function, the option and the reason', (options, reason) => {
  expect(() => check(options)).toThrow(`Function shop-pay: option`)
  expect(() => check(options)).toThrow(reason)
})

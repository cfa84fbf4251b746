import { expect, test } from 'vitest'
import { checkFunction } from './check-function.ts'
import { checkRegistration } from './check-registration.ts'

const given = (options: Record<string, unknown> = {}) => ({
  id: 'shop-pay',
  triggers: [{ event: 'order/paid' }],
  steps: { step: { runtime: { type: 'http', url: 'http://127.0.0.1:3000/api/inngest?fnId=shop-pay&stepId=step' } } },
  ...options,
})

test.each([
  [{ sandbox: true }, 'option sandbox is refused: this engine does not know it'],
  [{ singleton: { mode: 'skip', queue: 5 } }, 'option singleton is not valid: Unrecognized key: "queue"'],
  [{ triggers: [{ event: 'a', every: '1h' }] }, 'option triggers.0 is not valid: Unrecognized key: "every"'],
  [{ triggers: [{ if: 'true' }] }, 'option triggers.0 is not valid: it should be { event, expression } or { cron }'],
  [{ concurrency: { limit: 1, where: 'here' } }, 'option concurrency is not valid: Unrecognized key: "where"'],
  [{ concurrency: 'some' }, 'option concurrency is not valid: it should be a whole number from 0 on, or one or two of'],
  [
    { triggers: [{ event: 'inngest/deferred.schedule' }] },
    'trigger is refused: this engine runs no deferred functions',
  ],
])('%j is refused with the function, the option and the reason', (options, reason) => {
  expect(() => checkRegistration('shop', [given(options)])).toThrow(`Function shop-pay: option`)
  expect(() => checkRegistration('shop', [given(options)])).toThrow(reason)
})

test('two functions of one id are refused', () => {
  const twice = () => checkRegistration('shop', [given(), given()])
  expect(twice).toThrow('Function shop-pay: option id is refused: another function of this registration has it too')
})

test('an option that is not set asks for nothing, and a function that was stored with one is still taken', () => {
  expect(checkRegistration('shop', [given({ sandbox: null })])).toHaveLength(1)
  expect(checkFunction('shop', given({ sandbox: true })).fn.slug).toBe('shop-pay')
})

test('retries may be said of the function where its step does not say them', () => {
  const attempts = (options: Record<string, unknown>) => checkRegistration('shop', [given(options)])[0]?.fn.maxAttempts
  const { step } = given().steps
  expect(attempts({ retries: 2 })).toBe(3)
  expect(attempts({ retries: 2, steps: { step: { ...step, retries: { attempts: 7 } } } })).toBe(8)
  expect(attempts({})).toBe(5)
})

import { RetryAfterError } from 'inngest'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { messageOf, retrySoon, toRetries } from './retry-schedule.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00.000Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a step that failed is tried again soon: after half a second, one, two, four, and four from there on', () => {
  const cause = new Error('no answer')
  const waits = [0, 1, 2, 3, 4, 9].map(attempt => {
    const error = retrySoon(cause, attempt)
    expect(error).toBeInstanceOf(RetryAfterError)
    expect(error).toMatchObject({ message: 'no answer', cause })
    return new Date(error.retryAfter).getTime() - Date.now()
  })
  expect(waits).toEqual([500, 1000, 2000, 4000, 4000, 4000])
})

test('whatever was thrown has words, and attempts are one more than retries', () => {
  expect(messageOf(new Error('words'))).toBe('words')
  for (const thrown of ['words', 7, null, undefined]) expect(messageOf(thrown)).toBe(String(thrown))
  expect(toRetries(5)).toBe(4)
  expect(toRetries(1)).toBe(0)
})

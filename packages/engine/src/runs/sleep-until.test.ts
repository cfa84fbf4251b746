import { expect, test } from 'vitest'
import { sleepUntil } from './sleep-until.ts'

test('durations as the SDK writes them are added to now', () => {
  expect(sleepUntil('1s', 5)).toBe(1_005)
  expect(sleepUntil('1h30m', 0)).toBe(5_400_000)
  expect(sleepUntil('1w2d3h4m5s', 0)).toBe(788_645_000)
  expect(sleepUntil('250ms', 0)).toBe(250)
})

test('a time is kept to the millisecond', () => {
  expect(sleepUntil('2031-01-01T00:00:00.123Z', 0)).toBe(Date.UTC(2031, 0, 1, 0, 0, 0, 123))
})

test('what is neither is refused', () => {
  for (const text of ['', 'abc', '1', '1h30', '-1s', '2031-01-01Tnonsense']) expect(sleepUntil(text, 0)).toBeUndefined()
})

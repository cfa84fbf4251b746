import { expect, test } from 'vitest'
import { formatCountdown, secondsUntil } from './countdown'

const at = (text: string) => new Date(text).getTime()

test('no more time is shown than there is, and never less than none', () => {
  expect(secondsUntil('2026-11-21T09:30:00Z', at('2026-11-21T09:00:00Z'))).toBe(1800)
  expect(secondsUntil('2026-11-21T09:30:00.900Z', at('2026-11-21T09:00:00Z'))).toBe(1800)
  expect(secondsUntil('2026-11-21T09:00:00.400Z', at('2026-11-21T09:00:00Z'))).toBe(0)
  expect(secondsUntil('2026-11-21T09:00:00Z', at('2026-11-21T09:30:00Z'))).toBe(0)
})

test.each([
  [1800, '30:00'],
  [65, '01:05'],
  [0, '00:00'],
  [3725, '1:02:05'],
])('%i seconds are shown as %s', (seconds, shown) => {
  expect(formatCountdown(seconds)).toBe(shown)
})

import { expect, test } from 'vitest'
import { growingWaitSeconds } from './growing-wait.ts'

const wait = { firstSeconds: 5, longestSeconds: 300 }

test('a wait doubles with each attempt and is bounded, however many there were', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(attempts => growingWaitSeconds(attempts, wait))).toEqual([
    5, 10, 20, 40, 80, 160, 300,
  ])
  expect(growingWaitSeconds(1_000_000, wait)).toBe(300)
  expect(growingWaitSeconds(0, wait)).toBe(5)
})

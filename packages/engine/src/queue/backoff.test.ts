import { expect, test } from 'vitest'
import { createBackoff } from './backoff.ts'

test('waits grow as the real server’s do, with up to half a minute of jitter', () => {
  const least = createBackoff(undefined, () => 0)
  expect([0, 1, 2, 8, 9, 50].map(least)).toEqual([15_000, 30_000, 60_000, 3_600_000, 7_200_000, 7_200_000])
  expect(createBackoff(undefined, () => 0.999)(0)).toBeLessThan(45_000)
})

test('a flat wait is the same each time', () => {
  expect([0, 5].map(createBackoff(200))).toEqual([200, 200])
})

import { expect, test } from 'vitest'
import { attemptsMax, waitAfter } from './delivery-store.ts'

test('waits double from a second to five minutes, and all attempts together reach over an hour', () => {
  const waits = Array.from({ length: attemptsMax }, (_, n) => waitAfter(n + 1))
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8])
  expect(Math.max(...waits)).toBe(300)
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3600)
})

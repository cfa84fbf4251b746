import { expect, test } from 'vitest'
import { createRestartBudget } from './restart-budget.ts'

test('a sixth restart within a minute is refused, and waits grow until then', () => {
  const take = createRestartBudget()
  expect([0, 1, 2, 3, 4].map(take)).toEqual([250, 500, 1000, 2000, 4000])
  expect(take(59_999)).toBeUndefined()
})

test('restarts older than a minute no longer count', () => {
  const take = createRestartBudget()
  for (const moment of [0, 1, 2, 3, 4]) take(moment)
  expect(take(60_010)).toBe(250)
})

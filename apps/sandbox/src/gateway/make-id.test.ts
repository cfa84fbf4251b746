import { expect, test } from 'vitest'
import { makeId } from './make-id.ts'

test('ids are shaped as Stripe’s, all differ, and sort by the time they were made', () => {
  const ids = Array.from({ length: 2000 }, (_, n) => makeId('pi', 1_700_000_000_000 + n * 1000))
  expect(ids.every(id => /^pi_3[0-9A-Za-z]{23}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(2000)
  expect([...ids].sort((a, b) => (a < b ? -1 : 1))).toEqual(ids)
})

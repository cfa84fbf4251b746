import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { checkedOnce } from './checked-once.ts'

test('an answer that does not fit is refused each time, and one that fits is checked once', () => {
  const isFine = vi.fn((total: number) => total > 0)
  const check = checkedOnce(z.object({ total: z.number().refine(isFine) }))
  const wrong = { total: 0 }
  for (const _ of [1, 2]) expect(() => check(wrong)).toThrow()
  expect(() => check('text')).toThrow()
  const right = { total: 1, secret: 'not for the wire' }
  isFine.mockClear()
  for (const _ of [1, 2]) expect(check(right)).toEqual({ total: 1 })
  expect(check({ ...right })).toEqual({ total: 1 })
  expect(isFine).toHaveBeenCalledTimes(2)
})

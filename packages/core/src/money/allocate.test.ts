import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'

const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 50 })
const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n)

test('a share of nothing and of less than nothing is refused', () => {
  expect(() => allocate(1n, [])).toThrow('over nothing')
  expect(() => allocate(1n, [0n, 0n])).toThrow('over nothing')
  expect(() => allocate(-1n, [1n])).toThrow('negative')
  expect(() => allocate(1n, [2n, -1n])).toThrow('negative')
})

test('the shares add up to the amount exactly, and each is within one unit of its exact part', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), weights, (amount, lines) => {
      fc.pre(amount === 0n || sumOf(lines) > 0n)
      const shares = allocate(amount, lines)
      expect(sumOf(shares)).toBe(amount)
      const sum = sumOf(lines)
      for (const [index, share] of shares.entries()) {
        const exact = sum === 0n ? 0n : amount * (lines[index] ?? 0n)
        expect(share * sum - exact < sum && exact - share * sum < sum).toBe(sum > 0n)
      }
    }),
  )
})

test('an amount of at most the sum puts no share above its line', () => {
  const discounts = weights.chain(lines => fc.tuple(fc.bigInt({ min: 0n, max: sumOf(lines) }), fc.constant(lines)))
  fc.assert(
    fc.property(discounts, ([amount, lines]) => {
      const shares = allocate(amount, lines)
      for (const [index, share] of shares.entries()) expect(share >= 0n && share <= (lines[index] ?? 0n)).toBe(true)
    }),
  )
})

test('what is left over goes to the largest remainders, the earlier line first', () => {
  expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
  expect(allocate(10n, [1n, 2n, 3n])).toEqual([2n, 3n, 5n])
  expect(allocate(0n, [5n, 0n])).toEqual([0n, 0n])
  expect(allocate(7n, [0n, 7n])).toEqual([0n, 7n])
})

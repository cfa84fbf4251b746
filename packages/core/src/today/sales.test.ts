import { expect, test } from 'vitest'
import { addSales, averageOrderMinor, failuresOf, noSales, sharesOf } from './sales.ts'

test('where nothing happened there is no share and no average, never a zero that means something', () => {
  expect(sharesOf(noSales)).toEqual({
    conversion: null,
    refundRate: null,
    reservationFailures: null,
    paymentFailures: null,
  })
  expect(averageOrderMinor(noSales)).toBeNull()
})

test('conversion is the part of all baskets that became a confirmed order, and never passes one', () => {
  expect(sharesOf({ ...noSales, confirmed: 3, orders: 2 }).conversion).toBe(1)
  expect(sharesOf({ ...noSales, confirmed: 1, orders: 2, carts: 2 }).conversion).toBe(0.25)
})

test('hours add up to the whole, money and times included', () => {
  const one = { ...noSales, orders: 2, confirmed: 1, confirmedMinor: 30_000n, unpaid: 1, confirmTimes: { 4: 1 } }
  const other = {
    ...noSales,
    orders: 1,
    confirmed: 1,
    confirmedMinor: 10_000n,
    incidents: 2,
    confirmTimes: { 4: 2, 5: 1 },
  }
  const sum = addSales([one, other])
  expect(sum).toMatchObject({ orders: 3, confirmed: 2, confirmedMinor: 40_000n, confirmTimes: { 4: 3, 5: 1 } })
  expect(averageOrderMinor(sum)).toBe(20_000n)
  expect(failuresOf(sum)).toBe(3)
})

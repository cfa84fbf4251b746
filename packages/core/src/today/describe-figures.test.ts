import { expect, test } from 'vitest'
import { describeFigures } from './describe-figures.ts'
import { periodUntil } from './periods.ts'
import { noSales } from './sales.ts'

const now = new Date('2026-11-25T20:22:10Z')

test('without anything that happened every figure is empty, and none is missing', () => {
  const view = describeFigures(periodUntil('week', now), [], null)
  expect(view.spans).toHaveLength(12)
  expect(view.figures).toMatchObject({
    orders: 0,
    averageOrder: null,
    confirmP50Ms: null,
    shares: { conversion: null },
  })
})

test('each hour counts in its own span, and those of the period before count there and nowhere else', () => {
  const hours = [
    { ...noSales, hour: new Date('2026-11-25T20:00:00Z'), orders: 1, confirmed: 1, confirmedMinor: 5_000n },
    { ...noSales, hour: new Date('2026-11-25T14:00:00Z'), orders: 2 },
    { ...noSales, hour: new Date('2026-11-11T16:00:00Z'), orders: 4 },
    // After the hour up to which the last day before is compared.
    { ...noSales, hour: new Date('2026-11-11T20:00:00Z'), orders: 8 },
    { ...noSales, hour: new Date('2026-10-01T00:00:00Z'), orders: 16 },
  ]
  const view = describeFigures(periodUntil('day', now), hours, null)
  expect(view.spans.slice(-2).map(span => span.orders)).toEqual([2, 1])
  expect(view.figures).toMatchObject({ orders: 3, revenue: { amountMinor: '5000', currency: 'KRW' } })
  expect(view.before.orders).toBe(4)
})

test('two periods compare only where the one before had enough orders, and the shop sold all through it', () => {
  const period = periodUntil('day', now)
  const began = period.before[0]?.from ?? now
  const hoursBefore = (orders: number) => [{ ...noSales, hour: new Date('2026-11-10T14:00:00Z'), orders }]
  const compares = (orders: number, firstOrderAt: Date | null) =>
    describeFigures(period, hoursBefore(orders), firstOrderAt).compares
  expect(compares(0, null)).toBe('too-few')
  expect(compares(9, began)).toBe('too-few')
  expect(compares(10, began)).toBe('yes')
  expect(compares(100, new Date('2026-11-09T00:00:00Z'))).toBe('began-later')
})

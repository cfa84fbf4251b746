import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalOf } from '../pricing/price-lines.ts'
import { add, formatMoney, formatMoneyShort, money, multiply } from './money.ts'

test('amounts of different currencies are never added', () => {
  expect(() => add(money(1n, 'KRW'), money(1n, 'USD'))).toThrow('cannot add USD to KRW')
})

test('a quantity that is not whole is refused', () => {
  expect(() => multiply(money(100n, 'KRW'), 1.5)).toThrow('whole number')
})

test('a total is exact for amounts beyond what a float can hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 1, max: 999 }))),
      lines => {
        const total = totalOf(
          lines.map(([price, quantity]) => ({ unitPrice: money(price, 'KRW'), quantity })),
          'KRW',
        )
        expect(total.amountMinor).toBe(lines.reduce((sum, [price, quantity]) => sum + price * BigInt(quantity), 0n))
      },
    ),
  )
})

test('won has no decimals and its own word in Korean', () => {
  expect(formatMoney(money(148000n, 'KRW'), 'ko')).toBe('148,000원')
  expect(formatMoney(money(148000n, 'KRW'), 'en')).toBe('₩148,000')
  expect(formatMoney(money(1234n, 'USD'), 'en')).toBe('$12.34')
})

test('short, an amount counts as its language does', () => {
  expect(formatMoneyShort(money(3_000_000n, 'KRW'), 'ko')).toBe('300만원')
  expect(formatMoneyShort(money(3_000_000n, 'KRW'), 'en')).toBe('₩3M')
  expect(formatMoney(money(3_000_000n, 'KRW'), 'ko')).toBe('3,000,000원')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CouponTerms } from '../coupon/coupon-terms.ts'
import { defaultDeliveryTerms as terms } from '../delivery/default-terms.ts'
import { money } from '../money/money.ts'
import { priceOrder } from './price-order.ts'

const at = new Date('2026-03-10T12:00:00.000Z')
const standard = { choice: { method: 'standard', country: 'KR' }, terms } as const
const coupon = (changes: Partial<CouponTerms>): CouponTerms => ({
  kind: 'PERCENT',
  percent: 10,
  amount: null,
  minimum: money(0n, 'KRW'),
  validFrom: new Date('2026-03-01T00:00:00.000Z'),
  validTo: new Date('2026-03-31T00:00:00.000Z'),
  stopped: false,
  ...changes,
})
const lines = fc
  .array(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 1, max: 999 })), { minLength: 1 })
  .map(pairs => pairs.map(([price, quantity]) => ({ unitPrice: money(price, 'KRW'), quantity })))

test('a coupon that may not be used gives its reason and no price', () => {
  const goods = [{ unitPrice: money(1_000n, 'KRW'), quantity: 2 }]
  expect(priceOrder(goods, coupon({ stopped: true }), standard, at)).toEqual({
    refusal: { code: 'coupon-not-valid', reason: 'stopped' },
  })
  expect(priceOrder(goods, coupon({ minimum: money(2_001n, 'KRW') }), standard, at)).toMatchObject({
    refusal: { code: 'coupon-minimum' },
  })
})

test('a delivery that is not offered gives its reason and no price', () => {
  const goods = [{ unitPrice: money(80_000n, 'KRW'), quantity: 1 }]
  expect(priceOrder(goods, null, { choice: { method: 'express', country: 'US' }, terms }, at)).toEqual({
    refusal: { code: 'delivery-not-offered', country: 'US' },
  })
})

test('a coupon that takes the goods below the free limit makes their delivery cost', () => {
  const goods = [{ unitPrice: money(52_000n, 'KRW'), quantity: 1 }]
  expect(priceOrder(goods, null, standard, at)).toMatchObject({
    delivery: money(0n, 'KRW'),
    total: money(52_000n, 'KRW'),
  })
  expect(priceOrder(goods, coupon({ percent: 10 }), standard, at)).toMatchObject({
    discount: money(5_200n, 'KRW'),
    delivery: money(3_000n, 'KRW'),
    total: money(49_800n, 'KRW'),
  })
})

test('without a coupon the total is the goods and their delivery, and no line has a discount', () => {
  expect(priceOrder([{ unitPrice: money(14_000n, 'KRW'), quantity: 2 }], null, standard, at)).toEqual({
    goods: money(28_000n, 'KRW'),
    discount: money(0n, 'KRW'),
    delivery: money(3_000n, 'KRW'),
    total: money(31_000n, 'KRW'),
    lineDiscountsMinor: [0n],
  })
})

test('goods less discount and with delivery is the total, the lines carry exactly the discount, and no line more than it costs', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 100 }), (goods, percent) => {
      const price = priceOrder(goods, coupon({ percent }), standard, at)
      if ('refusal' in price) throw new Error('refused')
      expect(price.total.amountMinor).toBe(
        price.goods.amountMinor - price.discount.amountMinor + price.delivery.amountMinor,
      )
      expect(price.lineDiscountsMinor.reduce((sum, share) => sum + share, 0n)).toBe(price.discount.amountMinor)
      for (const [index, share] of price.lineDiscountsMinor.entries()) {
        const line = goods[index]
        expect(line && share <= line.unitPrice.amountMinor * BigInt(line.quantity)).toBe(true)
      }
    }),
  )
})

import { expect, test } from 'vitest'
import { priceReturn } from './price-return.ts'

const cup = { variantId: 'cup', unitPriceMinor: 10_000n, quantity: 3, discountMinor: 1_000n, returned: 0 }
const jar = { variantId: 'jar', unitPriceMinor: 40_000n, quantity: 1, discountMinor: 4_000n, returned: 0 }
const order = { bought: [cup, jar], deliveryMinor: 3_000n, reasons: ['changed-mind'] }

test('more than is left of a line, or a line that was not bought, is never priced', () => {
  expect(() => priceReturn([{ variantId: 'cup', quantity: 4 }], order)).toThrow(/more of cup/)
  expect(() => priceReturn([{ variantId: 'bowl', quantity: 1 }], order)).toThrow(/more of bowl/)
  const before = { ...order, bought: [{ ...cup, returned: 2 }, jar] }
  expect(() => priceReturn([{ variantId: 'cup', quantity: 2 }], before)).toThrow(/more of cup/)
})

test('goods come back less their share of the discount, and the delivery does not where the shopper changed their mind', () => {
  expect(priceReturn([{ variantId: 'jar', quantity: 1 }], order)).toEqual({
    lines: [{ variantId: 'jar', quantity: 1, refundMinor: 36_000n }],
    deliveryMinor: 0n,
    totalMinor: 36_000n,
    whole: false,
  })
  const all = [
    { variantId: 'cup', quantity: 3 },
    { variantId: 'jar', quantity: 1 },
  ]
  expect(priceReturn(all, order)).toMatchObject({ deliveryMinor: 0n, totalMinor: 65_000n, whole: true })
})

test('the delivery comes back with the last of an order that was wrong altogether', () => {
  const before = { ...order, bought: [{ ...cup, returned: 3 }, jar], reasons: ['arrived-broken', 'wrong-item'] }
  expect(priceReturn([{ variantId: 'jar', quantity: 1 }], before)).toMatchObject({
    deliveryMinor: 3_000n,
    totalMinor: 39_000n,
    whole: true,
  })
})

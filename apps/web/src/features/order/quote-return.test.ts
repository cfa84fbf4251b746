import type { OrderView } from '@makegood/core/order/views'
import { expect, test } from 'vitest'
import { quoteReturn } from './quote-return'

const won = (amount: number) => ({ amountMinor: String(amount), currency: 'KRW' as const })
const order: Pick<OrderView, 'lines' | 'returns' | 'delivery'> = {
  lines: [
    {
      variantId: 'cup',
      name: 'Cup',
      option: '',
      picturePath: '',
      unitPrice: won(10_000),
      quantity: 2,
      lineTotal: won(20_000),
      discount: won(2_000),
      returned: 0,
    },
  ],
  returns: [],
  delivery: { method: 'standard', price: won(3_000), arrival: null },
}
const asked = (quantity: number) => [{ variantId: 'cup', quantity }]

test('before a reason is chosen no delivery is promised; with one of the shop’s fault it is, once all of it goes back', () => {
  expect(quoteReturn(order, { lines: asked(2), reason: null })).toEqual({ total: won(18_000), delivery: won(0) })
  expect(quoteReturn(order, { lines: asked(1), reason: 'arrived-broken' })).toEqual({
    total: won(9_000),
    delivery: won(0),
  })
  expect(quoteReturn(order, { lines: asked(2), reason: 'arrived-broken' })).toEqual({
    total: won(21_000),
    delivery: won(3_000),
  })
})

test('an earlier return counts with its reason, and one that was rejected does not', () => {
  const earlier = (status: 'REFUNDED' | 'REJECTED') => ({
    ...order,
    returns: [{ status, reason: 'changed-mind' } as OrderView['returns'][number]],
  })
  expect(quoteReturn(earlier('REFUNDED'), { lines: asked(2), reason: 'wrong-item' }).delivery).toEqual(won(0))
  expect(quoteReturn(earlier('REJECTED'), { lines: asked(2), reason: 'wrong-item' }).delivery).toEqual(won(3_000))
})

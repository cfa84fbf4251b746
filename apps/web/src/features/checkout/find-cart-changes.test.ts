import type { CartView } from '@makegood/core/cart/views'
import { expect, test } from 'vitest'
import { findCartChanges } from './find-cart-changes'

const won = (amount: number) => ({ amountMinor: String(amount), currency: 'KRW' as const })
const line = (variantId: string, changes: Partial<CartView['lines'][number]> = {}): CartView['lines'][number] => ({
  variantId,
  productSlug: variantId,
  name: `Bowl ${variantId}`,
  option: '',
  picture: null,
  unitPrice: won(10_000),
  quantity: 2,
  lineTotal: won(20_000),
  available: 5,
  onSale: true,
  mended: false,
  priceBefore: null,
  addedAt: '2026-11-26T03:00:00.000Z',
  ...changes,
})
const cart = (...lines: CartView['lines']): CartView => ({ lines, total: won(0), count: 0 })

test('equal carts have no changes, and what was added elsewhere is none of the ordered lines', () => {
  expect(findCartChanges(cart(line('a')), cart(line('a'), line('b')))).toEqual([])
})

test('each line that is another one now is named with what became of it', () => {
  const before = cart(line('a'), line('b'), line('c'), line('d'), line('e'))
  const now = cart(
    line('a', { unitPrice: won(12_000) }),
    line('b', { available: 1 }),
    line('c', { onSale: false }),
    line('d', { quantity: 3 }),
  )
  expect(findCartChanges(before, now)).toEqual([
    { variantId: 'a', name: 'Bowl a', kind: 'price', before: won(10_000), now: won(12_000) },
    { variantId: 'b', name: 'Bowl b', kind: 'short', wanted: 2, left: 1 },
    { variantId: 'c', name: 'Bowl c', kind: 'gone' },
    { variantId: 'd', name: 'Bowl d', kind: 'units', before: 2, now: 3 },
    { variantId: 'e', name: 'Bowl e', kind: 'gone' },
  ])
})

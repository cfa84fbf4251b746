import type { CartView } from '@makegood/core/cart/views'

/** The cart of somebody who has none yet. */
export const emptyCart: CartView = { lines: [], total: { amountMinor: '0', currency: 'KRW' }, count: 0 }

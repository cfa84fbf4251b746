import { newId } from '@makegood/core/ids'
import type { Locale } from '@makegood/core/locale'
import type { OrderView } from '@makegood/core/order/views'
import { shopCodeOf } from '../../lib/trpc/shop-code'
import { putLineBack } from '../cart/put-line-back'
import { type Caller, isDecided, untilOrder } from './until-order'

export type GivenUp =
  /** Nothing of it is left, and its goods are in the cart again but for those that are no longer sold. */
  | { readonly outcome: 'given-up'; readonly number: string; readonly missing: readonly string[] }
  /** It is being cancelled, and that takes longer than a moment. */
  | { readonly outcome: 'under-way' }
  /** It was paid meanwhile, or is being paid: it is not given up from here. */
  | { readonly outcome: 'stands' }

/**
 * Cancels an order that nobody has paid and puts its goods back into the cart; asked for again after a try that broke off, it
 * goes on from there. What has been paid meanwhile stands as it is.
 */
export const giveUpOrder = async (caller: Caller, orderId: string, locale: Locale): Promise<GivenUp> => {
  const order = await untilOrder(caller, { orderId, locale }, isDecided)
  if (!order) return { outcome: 'under-way' }
  if (order.status === 'STOCK_RESERVED') await cancel(caller, orderId)
  else if (order.status !== 'CANCELLED') return { outcome: 'stands' }
  const over = await untilOrder(caller, { orderId, locale }, isGivenUp)
  if (!over) return { outcome: 'under-way' }
  const { lines } = await caller.store.cart.get.query({ locale })
  const missing: string[] = []
  for (const ordered of over.lines) {
    if (lines.some(line => line.variantId === ordered.variantId)) continue
    if (!(await putLineBack(caller, ordered, locale))) missing.push(ordered.name)
  }
  return { outcome: 'given-up', number: over.number, missing }
}

/** Its goods are on sale again only once the cancellation is through. */
const isGivenUp = ({ status, cancellation }: OrderView): boolean =>
  status === 'CANCELLED' && cancellation?.state !== 'requested'

const cancel = async (caller: Caller, orderId: string): Promise<void> => {
  const cancellationId = newId('cancellation', new Date())
  try {
    await caller.store.order.cancel.mutate({ orderId, cancellationId, expectedFeeMinor: '0' })
  } catch (error) {
    if (shopCodeOf(error) !== 'cancel-in-progress') throw error
  }
}

import { type MatchedOrder, matchedOrdersMax, type OrderFilters } from '@makegood/core/order/order-filters'
import type { Tx } from '../client.ts'
import { listOrders } from './list-orders.ts'

type Bounds = { readonly max: number; readonly atOnce: number }

/** No answer takes more pages than this, whatever is asked; each looks at a bounded number of orders. */
const pagesMax = 20

/**
 * Exactly the orders that filters ask for, the newest first, so that an act on all of them is an act on known ones; null
 * where they are more than `max`, or too far apart to be found in a bounded look.
 */
export const matchOrders = async (
  db: Tx,
  filters: OrderFilters,
  { max, atOnce }: Bounds = { max: matchedOrdersMax, atOnce: 500 },
): Promise<MatchedOrder[] | null> => {
  const matched: MatchedOrder[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < pagesMax; pages += 1) {
    const page = await listOrders(db, { ...filters, sort: 'newest', cursor }, atOnce)
    for (const { id, number, version, status, needsAttention, total, payment } of page.orders)
      matched.push({ id, number, version, status, needsAttention, total, payment })
    if (matched.length > max) return null
    if (page.nextCursor === null) return matched
    cursor = page.nextCursor
  }
  return null
}

import type { ListOrders } from '@makegood/core/order/order-filters'
import type { OrderFileLine, OrderToWrite } from '@makegood/core/order/write-order-file'
import type { Tx } from '../client.ts'
import { listOrders } from '../order/list-orders.ts'

type Walk = {
  readonly max: number
  /** Nobody waits for the rest any more: no page is read after it. */
  readonly signal: AbortSignal
  readonly atOnce?: number
}
type Line = OrderFileLine & { readonly orderId: string }

/**
 * The orders that a list asks for with all that was bought, page by page, each read when the one before was taken. Ends after
 * `max` orders; `more` tells whether there were others.
 */
export async function* walkOrders(
  db: Tx,
  wanted: ListOrders,
  { max, signal, atOnce = 500 }: Walk,
): AsyncGenerator<{ readonly orders: readonly OrderToWrite[]; readonly more: boolean }> {
  let left = max
  for (let cursor = wanted.cursor; !signal.aborted; ) {
    const page = await listOrders(db, { ...wanted, cursor }, atOnce)
    const orders = page.orders.slice(0, left)
    left -= orders.length
    const cut = left === 0 && (page.orders.length > orders.length || page.nextCursor !== null)
    if (orders.length > 0) yield { orders: await withLines(db, orders), more: cut }
    if (page.nextCursor === null || left === 0) return
    cursor = page.nextCursor
  }
}

const withLines = async (db: Tx, orders: readonly OrderToWrite['order'][]): Promise<OrderToWrite[]> => {
  const rows = await db.$queryRaw<Line[]>`
    select l.order_id as "orderId", v.sku, l.name_ko as "nameKo", l.name_en as "nameEn", l.option_ko as "optionKo",
      l.option_en as "optionEn", l.quantity, l.unit_price_minor as "unitPriceMinor", l.discount_minor as "discountMinor"
    from order_line l join variant v on v.id = l.variant_id
    where l.order_id = any(${orders.map(({ id }) => id)}::text[]) order by l.order_id, l.position`
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId)
  return orders.map(order => ({ order, lines: byOrder.get(order.id) ?? [] }))
}

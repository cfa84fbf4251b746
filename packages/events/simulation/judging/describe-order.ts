import type { Db } from '@makegood/db/client'

/** Where the facts of an order are, in the order in which they are read. */
const sources = [
  ['order', `"order" where id = $1`],
  ['history', 'order_history where order_id = $1 order by version'],
  ['line', 'order_line where order_id = $1'],
  ['reservation', 'stock_reservation where order_id = $1'],
  ['payment', 'payment where order_id = $1 order by attempt'],
  ['refund', 'refund where order_id = $1 order by id'],
  ['cancellation', 'cancellation where order_id = $1 order by id'],
  ['return', 'return_request where order_id = $1 order by id'],
  ['parcel', 'shipment where order_id = $1 order by id'],
  ['limit', 'order_limit where order_id = $1'],
  ['saga', 'saga where order_id = $1 order by id'],
  ['step', 'saga_step where saga_id in (select id from saga where order_id = $1) order by saga_id, position'],
  ['incident', 'incident where order_id = $1 order by id'],
  ['event', `outbox where payload ->> 'orderId' = $1 order by id`],
  ['webhook', `webhook_inbox where body like '%' || $1 || '%' order by received_at`],
  ['charge at the gateway', 'sandbox.charge where order_id = $1 order by id'],
  ['parcel at the carrier', 'sandbox.shipment where order_id = $1 order by ref'],
] as const

/** Everything on record of an order, in the shop and outside, for whoever looks for the cause of a fault. */
export const describeOrder = async (db: Db, orderId: string): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const [name, source] of sources) {
    const rows = await db.$queryRawUnsafe<{ fact: Record<string, unknown> }[]>(
      `select to_jsonb(fact) as fact from (select * from ${source}) fact`,
      orderId,
    )
    for (const { fact } of rows) lines.push(`${name} ${JSON.stringify(withoutNulls(fact))}`)
  }
  return lines
}

const withoutNulls = (fact: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== null))

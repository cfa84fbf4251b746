import type { listOrdersInput, orderPageSchema } from '@makegood/core/order/operator-views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'
import { toWire } from './line-views.ts'

type OrderPage = z.infer<typeof orderPageSchema>
type Row = {
  id: string
  number: bigint
  status: OrderPage['orders'][number]['status']
  placedAt: Date
  email: string
  recipient: string
  totalMinor: bigint
  currency: string
  itemCount: bigint
  needsAttention: boolean
}

const pageSize = 50

/** One page of all orders, newest first, by key: the hundredth page costs what the first does. */
export const listOrders = async (db: Tx, input: z.output<typeof listOrdersInput>): Promise<OrderPage> => {
  const after = input.cursor ? parseTimeCursor(input.cursor) : null
  const rows = await db.$queryRaw<Row[]>`
    select o.id, o.number, o.status, o.placed_at as "placedAt", o.email, o.recipient, o.total_minor as "totalMinor", o.currency,
      o.needs_attention as "needsAttention",
      (select sum(l.quantity) from order_line l where l.order_id = o.id) as "itemCount"
    from "order" o
    where (${input.status ?? null}::text is null or o.status = ${input.status ?? null})
      and (${after?.at ?? null}::timestamptz is null
        or (o.placed_at, o.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
    order by o.placed_at desc, o.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    orders: page.map(({ totalMinor, currency, ...row }) => ({
      ...row,
      number: row.number.toString(),
      placedAt: row.placedAt.toISOString(),
      total: toWire(totalMinor, currency),
      itemCount: Number(row.itemCount),
    })),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.placedAt, last.id) : null,
  }
}

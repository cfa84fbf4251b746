import type { Locale } from '@makegood/core/locale'
import type { orderSummarySchema } from '@makegood/core/order/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'
import { toWire } from './line-views.ts'
import { assertOwner, type Owner } from './owner.ts'

type OrderSummary = z.infer<typeof orderSummarySchema>
type SummaryRow = {
  id: string
  number: bigint
  status: OrderSummary['status']
  placedAt: Date
  totalMinor: bigint
  currency: string
  itemCount: bigint
  nameKo: string
  nameEn: string
  picturePath: string
}

export const ordersOnPage = 20

/** One page of the owner's orders, newest first, by key: the cursor is the moment and the id of the page's last one. */
export const listOwnOrders = async (
  db: Tx,
  request: { readonly owner: Owner; readonly locale: Locale; readonly cursor?: string | undefined },
): Promise<{ readonly orders: OrderSummary[]; readonly nextCursor: string | null }> => {
  assertOwner(request.owner)
  const { owner, locale } = request
  const before = request.cursor === undefined ? null : parseTimeCursor(request.cursor)
  const rows = await db.$queryRaw<SummaryRow[]>`
    select o.id, o.number, o.status, o.placed_at as "placedAt", o.total_minor as "totalMinor", o.currency,
      (select sum(l.quantity) from order_line l where l.order_id = o.id) as "itemCount",
      f.name_ko as "nameKo", f.name_en as "nameEn", f.picture_path as "picturePath"
    from "order" o join order_line f on f.order_id = o.id and f.position = 0
    where (o.user_id = ${owner.userId} or o.visitor_hash = ${owner.visitorHash})
      and (${before === null} or (o.placed_at, o.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::text))
    order by o.placed_at desc, o.id desc limit ${ordersOnPage + 1}`
  const page = rows.slice(0, ordersOnPage)
  const last = page.at(-1)
  const orders = page.map(row => ({
    id: row.id,
    number: row.number.toString(),
    status: row.status,
    placedAt: row.placedAt.toISOString(),
    total: toWire(row.totalMinor, row.currency),
    itemCount: Number(row.itemCount),
    firstLineName: locale === 'ko' ? row.nameKo : row.nameEn,
    firstPicturePath: row.picturePath,
  }))
  return { orders, nextCursor: rows.length > ordersOnPage && last ? timeCursor(last.placedAt, last.id) : null }
}

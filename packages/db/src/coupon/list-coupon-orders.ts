import type { couponOrdersSchema } from '@makegood/core/coupon/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'

type CouponOrders = z.infer<typeof couponOrdersSchema>
type Row = CouponOrders['orders'][number] & { readonly claimedAt: Date }
type Request = { readonly campaignId: string; readonly cursor?: string | undefined }

/** One page of the orders that hold a coupon of a campaign, the last claimed first, by key: used by a paid one, or held by an open one. */
export const listCouponOrders = async (
  db: Tx,
  { campaignId, cursor }: Request,
  pageSize = 50,
): Promise<CouponOrders> => {
  const after = cursor === undefined ? null : parseTimeCursor(cursor)
  const rows = await db.$queryRaw<Row[]>`
    select o.id, o.number::text as number, o.status, c.status = 'REDEEMED' and c.order_id = o.id as used, c.claimed_at as "claimedAt"
    from coupon_claim c join "order" o on o.user_id = c.user_id and o.coupon_claim_id = c.id
    where c.campaign_id = ${campaignId} and o.status <> 'CANCELLED'
      and (${after?.id ?? null}::text is null or (c.claimed_at, o.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::text))
    order by c.claimed_at desc, o.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    orders: page.map(({ claimedAt: _, ...order }) => order),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.claimedAt, last.id) : null,
  }
}

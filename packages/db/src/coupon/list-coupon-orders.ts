import type { couponOrdersSchema } from '@makegood/core/coupon/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'

type CouponOrders = z.infer<typeof couponOrdersSchema>['orders']

const ordersMax = 50

/** The orders that hold a coupon of a campaign, the last claimed first, fifty at most: used by a paid one, or held by an open one. */
export const listCouponOrders = async (db: Tx, campaignId: string): Promise<CouponOrders> =>
  await db.$queryRaw<CouponOrders>`
    select o.id, o.number::text as number, o.status, c.status = 'REDEEMED' and c.order_id = o.id as used
    from coupon_claim c join "order" o on o.user_id = c.user_id and o.coupon_claim_id = c.id
    where c.campaign_id = ${campaignId} and o.status <> 'CANCELLED'
    order by c.claimed_at desc, o.id desc limit ${ordersMax}`

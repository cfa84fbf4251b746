import { Prisma } from '../generated/prisma/client.ts'
import { recordCoupon, type StoredClaim } from '../redis/coupon-claims.ts'
import { type CouponStores, tryOnRedis } from './coupon-stores.ts'

/** A claim whose state has changed in Postgres and is to be told to Redis. */
export type ChangedCoupon = StoredClaim & { readonly campaignId: string }

/** The columns of a `ChangedCoupon`, of a claim named `c` in the statement. */
export const changedColumns = Prisma.sql`c.campaign_id as "campaignId", c.user_id as "userId", c.id as "claimId",
  c.status = 'REDEEMED' as redeemed`

/** Tells Redis what Postgres has decided; trouble is told, and a repair puts it right. */
export const mirrorCoupon = (
  stores: Pick<CouponStores, 'redis' | 'onRedisTrouble'>,
  coupon: ChangedCoupon,
): Promise<void> => tryOnRedis(stores, redis => recordCoupon(redis, coupon.campaignId, coupon))

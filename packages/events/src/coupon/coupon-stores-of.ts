import type { CouponStores } from '@makegood/db/coupon/coupon-stores'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'

/** Where coupons are, with Redis's trouble in the log. */
export const couponStoresOf = ({ db, redis, logger }: Pick<Deps, 'db' | 'redis' | 'logger'>): CouponStores => ({
  db,
  redis,
  onRedisTrouble: error => logger.warn({ error: messageOf(error) }, 'Redis had no say in a coupon'),
})

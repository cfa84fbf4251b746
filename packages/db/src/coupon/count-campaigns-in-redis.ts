import { claimsKey } from '../redis/coupon-claims.ts'
import type { CouponStores } from './coupon-stores.ts'

const campaignsMax = 200

/** How many of the open campaigns Redis has in front of Postgres; null where Redis is away. One that it lacks is rebuilt by its next claim. */
export const countCampaignsInRedis = async ({
  db,
  redis,
}: Pick<CouponStores, 'db' | 'redis'>): Promise<number | null> => {
  if (redis.status !== 'ready') return null
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from coupon_campaign where not stopped and now() between valid_from and valid_to
    order by valid_to limit ${campaignsMax}`
  let there = 0
  for (const { id } of rows) there += await redis.exists(claimsKey(id))
  return there
}

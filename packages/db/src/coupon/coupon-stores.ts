import type { Db } from '../client.ts'
import type { Redis } from '../redis/create-redis.ts'

/** Where coupons are: Postgres is the truth, Redis stands before it and may be emptied or away at any moment. */
export type CouponStores = {
  readonly db: Db
  readonly redis: Redis
  /** Hears of trouble with Redis, which never decides anything. */
  readonly onRedisTrouble: (error: unknown) => void
}

/** Does something on Redis that Postgres has decided already; where it fails, the trouble is told and a repair puts it right. */
export const tryOnRedis = async (
  { redis, onRedisTrouble }: Pick<CouponStores, 'redis' | 'onRedisTrouble'>,
  act: (redis: Redis) => Promise<unknown>,
): Promise<void> => {
  try {
    assertReady(redis)
    await act(redis)
  } catch (error) {
    onRedisTrouble(error)
  }
}

/** Throws where Redis is known to be away, instead of waiting for it. */
export const assertReady = (redis: Redis): void => {
  if (redis.status !== 'ready') throw new Error(`Redis is away: the connection is ${redis.status}`)
}

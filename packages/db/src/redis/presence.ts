import type { Redis } from 'ioredis'

export type Present = { readonly id: string; readonly name: string }

const presentMs = 20_000
const key = (orderId: string): string => `presence:order:${orderId}`

/**
 * Says that somebody looks at an order, for twenty seconds, and answers who else does. It only tells people of each other;
 * that two of them cannot do the same twice is the database's work.
 */
export const tellPresence = async (redis: Redis, orderId: string, me: Present): Promise<readonly Present[]> => {
  const now = Date.now()
  const answers = await redis
    .multi()
    .zremrangebyscore(key(orderId), '-inf', String(now))
    .zadd(key(orderId), now + presentMs, JSON.stringify({ id: me.id, name: me.name }))
    .pexpire(key(orderId), presentMs)
    .zrange(key(orderId), '0', '49')
    .exec()
  const members = answers?.at(-1)?.[1]
  if (!Array.isArray(members)) return []
  return members.map(member => JSON.parse(String(member)) as Present).filter(({ id }) => id !== me.id)
}

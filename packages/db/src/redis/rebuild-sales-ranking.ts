import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { ordersKey, type ProductUnits, rebuildKey, unitsKey, whole } from './sales-ranking.ts'

const rebuildMs = 5000
const draftMs = 4 * rebuildMs
const membersAtOnce = 1000

/** Takes the right to rebuild a day for five seconds; null where somebody else has it. */
export const beginDayRebuild = async (redis: Redis, day: string): Promise<string | null> => {
  const token = randomBytes(12).toString('hex')
  return (await redis.set(rebuildKey(day), token, 'PX', rebuildMs, 'NX')) === 'OK' ? token : null
}

const endScript = `
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0`

/** Lets go of the right to rebuild, where it is still held. */
export const endDayRebuild = async (redis: Redis, day: string, token: string): Promise<void> => {
  await redis.eval(endScript, 1, rebuildKey(day), token)
}

// A draft that was read while the day was whole is older than the day: orders may have been counted since.
const loadScript = `
local wanted = redis.call('get', KEYS[3]) == ARGV[1]
local there = redis.call('zscore', KEYS[1], '${whole}') and redis.call('sismember', KEYS[2], '${whole}') == 1
if not wanted or there then
  redis.call('del', KEYS[4], KEYS[5])
  return wanted and 1 or 0
end
redis.call('zadd', KEYS[4], 0, '${whole}')
redis.call('sadd', KEYS[5], '${whole}')
redis.call('rename', KEYS[4], KEYS[1])
redis.call('rename', KEYS[5], KEYS[2])
redis.call('pexpireat', KEYS[1], ARGV[2])
redis.call('pexpireat', KEYS[2], ARGV[3])
return 1`

export type SalesOfDay = { readonly units: readonly ProductUnits[]; readonly orderIds: readonly string[] }
export type KeepUntil = { readonly units: Date; readonly orders: Date }

/**
 * Puts a day as Postgres has it in its place, whole or not at all, unless it is whole already. False where the right to do
 * so was lost meanwhile: then look again.
 */
export const loadDay = async (
  redis: Redis,
  day: string,
  token: string,
  { units, orderIds, keepUntil }: SalesOfDay & { readonly keepUntil: KeepUntil },
): Promise<boolean> => {
  const draft = { units: `${unitsKey(day)}:draft:${token}`, orders: `${ordersKey(day)}:draft:${token}` }
  const pipeline = redis.pipeline()
  for (let start = 0; start < units.length; start += membersAtOnce)
    pipeline.zadd(draft.units, ...units.slice(start, start + membersAtOnce).flatMap(of => [of.units, of.productId]))
  for (let start = 0; start < orderIds.length; start += membersAtOnce)
    pipeline.sadd(draft.orders, ...orderIds.slice(start, start + membersAtOnce))
  for (const key of Object.values(draft)) pipeline.pexpire(key, draftMs)
  for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error
  const keys = [unitsKey(day), ordersKey(day), rebuildKey(day), draft.units, draft.orders]
  const until = [keepUntil.units.getTime(), keepUntil.orders.getTime()]
  return (await redis.eval(loadScript, keys.length, ...keys, token, ...until)) === 1
}

import type { Redis } from 'ioredis'

/**
 * The units sold of each product, one sorted set a day, beside it the orders that are counted in it. Both bear a mark that
 * says "whole": what Redis has lost or never had is without it, and is rebuilt from Postgres before it is used.
 */
export type SoldOrder = { readonly orderId: string; readonly lines: readonly ProductUnits[] }
export type ProductUnits = { readonly productId: string; readonly units: number }

// One hash tag, so that a day's keys and the union of days are on one node of a cluster.
const keyOf = (day: string, what: string): string => `sales:{ranking}:${day}:${what}`
export const unitsKey = (day: string): string => keyOf(day, 'units')
export const ordersKey = (day: string): string => keyOf(day, 'orders')
export const rebuildKey = (day: string): string => keyOf(day, 'rebuild')
/** No product and no order is called so. */
export const whole = 'whole'

const recordScript = `
if not redis.call('zscore', KEYS[1], '${whole}') or redis.call('sismember', KEYS[2], '${whole}') == 0 then return 'missing' end
if redis.call('sadd', KEYS[2], ARGV[1]) == 0 then return 'known' end
for i = 2, #ARGV, 2 do redis.call('zincrby', KEYS[1], ARGV[i + 1], ARGV[i]) end
return 'counted'`

export type RecordedSale = 'counted' | 'known' | 'missing'

/** Counts orders of one day, each once however often it is told, all in one round trip. `missing` where the day is not whole. */
export const recordOrders = async (
  redis: Redis,
  day: string,
  orders: readonly SoldOrder[],
): Promise<readonly RecordedSale[]> => {
  const pipeline = redis.pipeline()
  for (const { orderId, lines } of orders) {
    const counts = lines.flatMap(({ productId, units }) => [productId, units])
    pipeline.eval(recordScript, 2, unitsKey(day), ordersKey(day), orderId, ...counts)
  }
  const answers = (await pipeline.exec()) ?? []
  if (answers.length !== orders.length) throw new Error('Redis did not answer for every order')
  return answers.map(([error, answer]) => {
    if (error) throw error
    return answer as RecordedSale
  })
}

const topScript = `
local days = #KEYS - 1
local missing = {}
for i = 1, days do
  if not redis.call('zscore', KEYS[i], '${whole}') then missing[#missing + 1] = i end
end
if #missing > 0 then return { 'missing', unpack(missing) } end
redis.call('zunionstore', KEYS[#KEYS], days, unpack(KEYS, 1, days))
redis.call('zremrangebyscore', KEYS[#KEYS], '-inf', 0)
local top = redis.call('zrevrange', KEYS[#KEYS], 0, ARGV[1] - 1, 'withscores')
redis.call('del', KEYS[#KEYS])
return { 'top', unpack(top) }`

export type TopOfDays = { readonly top: readonly ProductUnits[] } | { readonly missing: readonly string[] }

/** The products of which most was sold in these days together; or the days that are not whole. */
export const readTop = async (redis: Redis, days: readonly string[], limit: number): Promise<TopOfDays> => {
  const keys = [...days.map(unitsKey), keyOf('all', 'union')]
  const [kind, ...answer] = (await redis.eval(topScript, keys.length, ...keys, limit)) as [string, ...unknown[]]
  if (kind === 'missing') return { missing: answer.flatMap(place => days[Number(place) - 1] ?? []) }
  const top: ProductUnits[] = []
  for (let at = 0; at < answer.length; at += 2)
    top.push({ productId: String(answer[at]), units: Number(answer[at + 1]) })
  return { top }
}

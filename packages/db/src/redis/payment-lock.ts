import type { Redis } from 'ioredis'

const lockKey = (orderId: string): string => `payment:order:${orderId}`
const lockMs = 10_000

const takeScript = `
local holder = redis.call('get', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
return 1`

const releaseScript = `
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0`

/**
 * Takes the payment lock of an order for ten seconds; the same token takes it again. It keeps two payments from working on
 * one order side by side; that neither can charge twice is the database's work, so losing the lock does no harm.
 */
export const takePaymentLock = async (redis: Redis, orderId: string, token: string): Promise<boolean> =>
  (await redis.eval(takeScript, 1, lockKey(orderId), token, lockMs)) === 1

/** Releases the lock where this token still holds it, and only then. */
export const releasePaymentLock = async (redis: Redis, orderId: string, token: string): Promise<boolean> =>
  (await redis.eval(releaseScript, 1, lockKey(orderId), token)) === 1

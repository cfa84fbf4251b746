import { DomainError } from '@makegood/core/errors'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'

export type LimitName = 'signIn' | 'signUp' | 'mailLink' | 'checkout' | 'cart' | 'restock'
export type LimitRule = {
  readonly points: number
  readonly seconds: number
  /** What happens while Redis is away: counted in this process, or let through. */
  readonly whileRedisIsAway: 'count-here' | 'let-through'
}
/** `own` is one person's or one address's count; `crowd` is for an address that many people may share, ten times as wide. */
export type LimitKey = { readonly width: 'own' | 'crowd'; readonly key: string }

export type RateLimits = { consume(name: LimitName, keys: readonly LimitKey[]): Promise<void> }

const crowdFactor = 10
const sayAgainAfterMs = 10_000

/**
 * Counts calls by key across all processes and refuses the one above the limit, with the seconds to wait. While Redis is
 * away it says so in the log and goes by the rule's own choice; it never makes Redis a reason to refuse a shopper.
 */
export const createRateLimits = (deps: {
  readonly redis: Redis
  readonly rules: Readonly<Record<LimitName, LimitRule>>
  readonly logger: Logger
}): RateLimits => {
  const counters = new Map(
    Object.entries(deps.rules).flatMap(([name, rule]) => [
      [`${name}:own`, makeCounter(deps.redis, `limit:${name}:own`, rule, rule.points)] as const,
      [`${name}:crowd`, makeCounter(deps.redis, `limit:${name}:crowd`, rule, rule.points * crowdFactor)] as const,
    ]),
  )
  let saidAt = 0
  const sayRedisIsAway = (name: LimitName, error: unknown): void => {
    if (Date.now() - saidAt < sayAgainAfterMs) return
    saidAt = Date.now()
    const consequence = deps.rules[name].whileRedisIsAway
    deps.logger.warn({ err: error, limit: name, consequence }, 'Redis is away: rate limits are not shared')
  }

  const consumeOne = async (name: LimitName, { width, key }: LimitKey): Promise<void> => {
    const counter = counters.get(`${name}:${width}`)
    if (!counter) throw new Error(`no rate limit ${name}`)
    try {
      await counter.shared.consume(key)
    } catch (reason) {
      if (reason instanceof RateLimiterRes) throw tooMany(name, reason)
      sayRedisIsAway(name, reason)
      await counter.here?.consume(key).catch((inner: unknown) => {
        throw inner instanceof RateLimiterRes ? tooMany(name, inner) : inner
      })
    }
  }

  return {
    consume: async (name, keys) => {
      await Promise.all(keys.map(key => consumeOne(name, key)))
    },
  }
}

const makeCounter = (redis: Redis, keyPrefix: string, rule: LimitRule, points: number) => ({
  shared: new RateLimiterRedis({
    storeClient: redis,
    keyPrefix,
    points,
    duration: rule.seconds,
    rejectIfRedisNotReady: true,
  }),
  here:
    rule.whileRedisIsAway === 'count-here'
      ? new RateLimiterMemory({ keyPrefix, points, duration: rule.seconds })
      : undefined,
})

const tooMany = (name: LimitName, state: RateLimiterRes): DomainError =>
  new DomainError('too-many-requests', `the limit ${name} is used up`, {
    retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
  })

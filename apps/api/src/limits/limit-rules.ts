import type { ApiEnv } from '../env.ts'
import type { LimitName, LimitRule } from './rate-limits.ts'

/** The shop's limits, from the environment. Guessing and buying are counted even while Redis is away. */
export const toLimitRules = (env: ApiEnv): Readonly<Record<LimitName, LimitRule>> => ({
  signIn: { points: env.RATE_LIMIT_SIGN_IN_PER_MINUTE, seconds: 60, whileRedisIsAway: 'count-here' },
  signUp: { points: env.RATE_LIMIT_SIGN_UP_PER_HOUR, seconds: 3600, whileRedisIsAway: 'count-here' },
  mailLink: { points: env.RATE_LIMIT_MAIL_LINK_PER_HOUR, seconds: 3600, whileRedisIsAway: 'count-here' },
  checkout: { points: env.RATE_LIMIT_CHECKOUT_PER_MINUTE, seconds: 60, whileRedisIsAway: 'count-here' },
  restock: { points: env.RATE_LIMIT_RESTOCK_PER_HOUR, seconds: 3600, whileRedisIsAway: 'count-here' },
  cart: { points: env.RATE_LIMIT_CART_PER_MINUTE, seconds: 60, whileRedisIsAway: 'let-through' },
})

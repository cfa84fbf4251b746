import { randomBytes } from 'node:crypto'
import { createRedis } from '@makegood/db/redis/create-redis'
import { expect, test } from 'vitest'
import { createLogger } from '../log/create-logger.ts'
import { createLogCapture } from '../testing/log-capture.ts'
import { createRateLimits, type LimitRule } from './rate-limits.ts'

const setUp = (redisUrl: string) => {
  const redis = createRedis(redisUrl, 'limits-test')
  redis.on('error', () => undefined)
  const { destination, logged } = createLogCapture()
  const counted: LimitRule = { points: 3, seconds: 60, whileRedisIsAway: 'count-here' }
  const open: LimitRule = { points: 3, seconds: 60, whileRedisIsAway: 'let-through' }
  const limits = createRateLimits({
    redis,
    logger: createLogger('debug', destination),
    rules: { signIn: counted, signUp: counted, mailLink: counted, checkout: counted, restock: counted, cart: open },
  })
  return { redis, limits, logged }
}
const newKey = () => ({ width: 'own', key: randomBytes(8).toString('hex') }) as const

test('two processes share one count, and the call above the limit is refused with the seconds to wait', async () => {
  const [one, two] = [setUp(process.env.TEST_REDIS_URL ?? ''), setUp(process.env.TEST_REDIS_URL ?? '')]
  await Promise.all([one, two].map(({ redis }) => redis.ping()))
  const key = newKey()
  const calls = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) => (i % 2 ? one : two).limits.consume('checkout', [key])),
  )
  expect(calls.filter(call => call.status === 'fulfilled')).toHaveLength(3)
  await expect(one.limits.consume('checkout', [key])).rejects.toMatchObject({
    code: 'too-many-requests',
    details: { retryAfterSeconds: expect.any(Number) },
  })
  await one.limits.consume('checkout', [newKey()])
  for (const { redis } of [one, two]) redis.disconnect()
})

test('without Redis the cart stays open, sign-in is counted in the process, and the log says so', async () => {
  const { redis, limits, logged } = setUp('redis://127.0.0.1:9')
  const key = newKey()
  for (let i = 0; i < 10; i += 1) await limits.consume('cart', [key])
  for (let i = 0; i < 3; i += 1) await limits.consume('signIn', [key])
  await expect(limits.consume('signIn', [key])).rejects.toMatchObject({ code: 'too-many-requests' })
  expect(logged()).toContain('Redis is away')
  redis.disconnect()
})

import { randomBytes } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { createRedis } from './create-redis.ts'
import { releasePaymentLock, takePaymentLock } from './payment-lock.ts'

const redis = createRedis(process.env.TEST_REDIS_URL ?? '', 'test')
afterAll(() => redis.disconnect())

const newOrderId = () => `ord_${randomBytes(8).toString('hex')}`
const keyOf = (orderId: string) => `payment:order:${orderId}`

test('a lock that another payment holds is not given, and not taken away from it', async () => {
  const orderId = newOrderId()
  expect(await takePaymentLock(redis, orderId, 'pay-order:one')).toBe(true)
  expect(await takePaymentLock(redis, orderId, 'pay-order:two')).toBe(false)
  expect(await releasePaymentLock(redis, orderId, 'pay-order:two')).toBe(false)
  expect(await redis.get(keyOf(orderId))).toBe('pay-order:one')
  expect(await takePaymentLock(redis, newOrderId(), 'pay-order:two')).toBe(true)
})

test('of ten payments that want it at once one gets it', async () => {
  const orderId = newOrderId()
  const taken = await Promise.all(Array.from({ length: 10 }, (_, nr) => takePaymentLock(redis, orderId, `saga ${nr}`)))
  expect(taken.filter(Boolean)).toHaveLength(1)
})

test('whoever holds it takes it again for its whole time, and gives it to the next by releasing it, once', async () => {
  const orderId = newOrderId()
  await takePaymentLock(redis, orderId, 'pay-order:one')
  await redis.pexpire(keyOf(orderId), 500)
  expect(await takePaymentLock(redis, orderId, 'pay-order:one')).toBe(true)
  expect(await redis.pttl(keyOf(orderId))).toBeGreaterThan(5000)
  expect(await releasePaymentLock(redis, orderId, 'pay-order:one')).toBe(true)
  expect(await releasePaymentLock(redis, orderId, 'pay-order:one')).toBe(false)
  expect(await takePaymentLock(redis, orderId, 'pay-order:two')).toBe(true)
})

test('a holder that died keeps it for ten seconds at most', async () => {
  const orderId = newOrderId()
  await takePaymentLock(redis, orderId, 'pay-order:dead')
  const left = await redis.pttl(keyOf(orderId))
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThanOrEqual(10_000)
  await redis.pexpire(keyOf(orderId), 1)
  await vi.waitFor(async () => expect(await takePaymentLock(redis, orderId, 'pay-order:next')).toBe(true))
})

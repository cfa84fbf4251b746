import { randomBytes } from 'node:crypto'
import { createRedis } from '@makegood/db/redis/create-redis'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { Deps } from '../../saga/deps.ts'
import { paymentLock } from './payment-lock.ts'

const logger = pino({ level: 'silent' })
const inputOf = (orderId: string, paymentId: string) => {
  const id = `pay-order:${paymentId}`
  const saga = { id, name: 'pay-order', orderId, correlationId: 'cor_test', generation: 1, leaseSeconds: 30 }
  return { saga, data: { orderId, paymentId, card: true, wallet: false, coupon: false }, results: {} }
}
const newOrderId = () => `ord_${randomBytes(8).toString('hex')}`

test('without Redis the payment goes on: it is given the lock, and releasing it does not fail', async () => {
  const redis = createRedis('redis://127.0.0.1:1', 'nobody')
  redis.on('error', () => undefined)
  onTestFinished(() => redis.disconnect())
  const lock = paymentLock({ redis, logger } as Deps)
  const input = inputOf(newOrderId(), 'pay_1')
  expect(await lock.take(input)).toBe(true)
  await lock.release(input)
})

test('two payments of one order do not work side by side; a payment that is run again meets its own lock', async () => {
  const redis = createRedis(process.env.TEST_REDIS_URL ?? '', 'test')
  onTestFinished(() => redis.disconnect())
  const lock = paymentLock({ redis, logger } as Deps)
  const orderId = newOrderId()
  const [first, second] = [inputOf(orderId, 'pay_1'), inputOf(orderId, 'pay_2')]
  expect(await lock.take(first)).toBe(true)
  expect(await lock.take(second)).toBe(false)
  expect(await lock.take(first)).toBe(true)
  await lock.release(second)
  expect(await lock.take(second)).toBe(false)
  await lock.release(first)
  expect(await lock.take(second)).toBe(true)
})

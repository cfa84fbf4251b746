import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createRedis } from '@makegood/db/redis/create-redis'
import { orderChannel } from '@makegood/db/redis/order-channel'
import { expect, onTestFinished, test } from 'vitest'
import { createLogger } from '../log/create-logger.ts'
import { createLogCapture } from '../testing/log-capture.ts'
import { createOrderChanges } from './order-changes.ts'

const waitMs = 16_000
const forever = new AbortController().signal

const setUp = async (bounds = { perOwnerMax: 20, totalMax: 100 }) => {
  const redisUrl = process.env.TEST_REDIS_URL ?? ''
  const [publisher, subscriber] = [createRedis(redisUrl, 'test'), createRedis(redisUrl, 'test-subscriber')]
  const changes = createOrderChanges({
    subscriber,
    logger: createLogger('debug', createLogCapture().destination),
    ...bounds,
  })
  if (subscriber.status !== 'ready') await once(subscriber, 'ready')
  // Commands of one connection are answered in their order: after this the subscription stands.
  await subscriber.psubscribe('ready-for-the-test')
  onTestFinished(() => {
    changes.close()
    publisher.disconnect()
  })
  return { changes, publisher, subscriber, orderId: `ord_${randomBytes(6).toString('hex')}` }
}

test('every follower of an order hears of its change, and nobody of another order’s', async () => {
  const { changes, publisher, orderId } = await setUp()
  const [a, b, other] = [
    changes.listen(orderId, 'mina'),
    changes.listen(orderId, 'june'),
    changes.listen('ord_other', 'june'),
  ]
  let otherHeard = false
  const otherWaits = other.next(waitMs, forever).then(() => {
    otherHeard = true
  })
  const started = Date.now()
  const both = Promise.all([a.next(waitMs, forever), b.next(waitMs, forever)])
  await publisher.publish(orderChannel(orderId), '')
  await both
  expect(Date.now() - started).toBeLessThan(waitMs / 2)
  expect(otherHeard).toBe(false)
  await publisher.publish(orderChannel('ord_other'), '')
  await otherWaits
})

test('a change between two looks is not missed, and without one the look comes after the wait', async () => {
  const { changes, publisher, orderId } = await setUp()
  const listener = changes.listen(orderId, 'mina')
  const witness = changes.listen(orderId, 'witness')
  await Promise.all([witness.next(waitMs, forever), publisher.publish(orderChannel(orderId), '')])
  const started = Date.now()
  await listener.next(waitMs, forever)
  expect(Date.now() - started).toBeLessThan(waitMs / 2)
  await listener.next(50, forever)
})

test('an aborted wait ends at once and without an error, and a closed listener gives its place back', async () => {
  const { changes, orderId } = await setUp({ perOwnerMax: 2, totalMax: 3 })
  const [first] = [changes.listen(orderId, 'mina'), changes.listen(orderId, 'mina')]
  expect(() => changes.listen(orderId, 'mina')).toThrow('too many live views')
  const third = changes.listen(orderId, 'june')
  expect(() => changes.listen(orderId, 'hana')).toThrow('too many live views')
  const leaving = new AbortController()
  const waits = first?.next(waitMs, leaving.signal)
  leaving.abort()
  await waits
  first?.close()
  first?.close()
  changes.listen(orderId, 'mina')
  expect(() => changes.listen(orderId, 'hana')).toThrow('too many live views')
  third.close()
  changes.listen(orderId, 'hana')
})

test('after Redis dropped the connection every follower looks again, and changes are heard as before', async () => {
  const { changes, publisher, subscriber, orderId } = await setUp()
  const listener = changes.listen(orderId, 'mina')
  const lookAgain = listener.next(waitMs, forever)
  const started = Date.now()
  subscriber.disconnect(true)
  await lookAgain
  await subscriber.psubscribe('ready-again-for-the-test')
  const heard = listener.next(waitMs, forever)
  await publisher.publish(orderChannel(orderId), '')
  await heard
  expect(Date.now() - started).toBeLessThan(waitMs / 2)
})

import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { type BroughtOrder, bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../saga/deps.ts'
import { runSaga } from '../../saga/run-saga.ts'
import { createTestDeps, testPort } from '../../testing/test-deps.ts'
import { createTestEngine, type TestWait } from '../../testing/test-engine.ts'
import { fulfilOrder } from './fulfil-order.ts'

let database: TestDatabase
let deps: Deps
let registered: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  const plain = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '')
  deps = {
    ...plain,
    policy: { ...plain.policy, packingSeconds: 600 },
    carrier: testPort('carrier', {
      register: async ({ key }) => {
        registered.push(key)
        const parcel = { shipmentRef: `shp_${key}`, trackingNo: key, carrierName: 'Test', trackingUrl: 'http://t.test' }
        return { outcome: 'ok', ...parcel }
      },
    }),
  }
})
beforeEach(() => {
  registered = []
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

const sagaIdOf = ({ orderId }: BroughtOrder) => `fulfil-order:${orderId}`
const run = (
  order: BroughtOrder,
  onWait: (wait: TestWait) => Promise<unknown>,
  policy: Partial<Deps['policy']> = {},
) => {
  const start = { input: { orderId: order.orderId }, correlationId: 'cor_test', generation: 1 }
  const changed = { ...deps, policy: { ...deps.policy, ...policy } }
  return runSaga(changed, fulfilOrder(changed), start, createTestEngine({ onWait }))
}
const letPass = (order: BroughtOrder, { timeout }: TestWait) => database.db.$executeRaw`
  update saga_step set started_at = started_at - make_interval(secs => ${Number(timeout.replace('s', ''))})
  where saga_id = ${sagaIdOf(order)}`
const statusOf = async ({ orderId }: BroughtOrder) =>
  (await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).status

test('a request to cancel ends the wait at once: the carrier never hears of the order, and the lease is short meanwhile', async () => {
  const order = await bringTestOrder(database.db, 'CONFIRMED')
  const { orderId, owner } = order
  const waits: TestWait[] = []
  let lease = 0
  const ended = await run(order, async wait => {
    waits.push(wait)
    await database.db.saga.update({
      where: { id: sagaIdOf(order) },
      data: { leaseUntil: new Date(Date.now() + 3_600_000) },
    })
    const asked = { orderId, owner, cancellationId: newCancellationId(), by: 'shopper', policy: deps.policy } as const
    await inTransaction(database.db, tx => requestCancellation(tx, asked))
    const saga = await database.db.saga.findUniqueOrThrow({ where: { id: sagaIdOf(order) } })
    lease = saga.leaseUntil.getTime() - Date.now()
  })
  expect(ended).toMatchObject({ ended: 'UNDONE' })
  expect(waits).toMatchObject([{ event: 'order/cancel.requested', if: `async.data.orderId == "${orderId}"` }])
  expect(lease).toBeLessThanOrEqual(30_000)
  expect(registered).toEqual([])
  expect(await statusOf(order)).toBe('CONFIRMED')
  expect(await database.db.incident.count({ where: { orderId } })).toBe(0)
})

test('an order that nobody cancels is packed once its time is over, not before', async () => {
  const order = await bringTestOrder(database.db, 'CONFIRMED')
  let waited = 0
  const ended = await run(order, async wait => {
    expect([await statusOf(order), registered]).toEqual(['CONFIRMED', []])
    waited += Number(wait.timeout.replace('s', ''))
    await letPass(order, wait)
  })
  expect(ended).toMatchObject({ ended: 'COMPLETED' })
  expect(waited).toBeGreaterThanOrEqual(598)
  expect(waited).toBeLessThanOrEqual(601)
  expect(registered).toHaveLength(1)
  expect(await statusOf(order)).toBe('PREPARING')
})

test('where policy leaves no time an order is packed at once', async () => {
  const order = await bringTestOrder(database.db, 'CONFIRMED')
  await run(order, () => Promise.reject(new Error('nobody waits')), { packingSeconds: 0 })
  expect(await statusOf(order)).toBe('PREPARING')
})

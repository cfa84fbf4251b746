import { createHttpDataPlatform } from '@makegood/adapters/data-platform/http-data-platform'
import type { DataPlatform } from '@makegood/core/ports/data-platform'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { claimDeliveries } from '@makegood/db/data-delivery/claim-deliveries'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { seedReservedOrder } from '@makegood/db/seed/scenarios/reserved-order'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useSandbox } from '../../../../adapters/test/use-sandbox.ts'
import { readShopEvents } from '../../../test/read-shop-events.ts'
import { sendDeliveries } from '../../data-delivery/send-deliveries.ts'
import type { Deps } from '../../saga/deps.ts'
import { createTestDeps } from '../../testing/test-deps.ts'
import { reaction } from './data-platform.ts'

const { sandbox, controls } = useSandbox()
let database: Awaited<ReturnType<typeof createTestDatabase>>
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})
beforeEach(async () => {
  deps?.redis.disconnect()
  await database.db.dataDelivery.deleteMany()
  const breaker = { failurePart: 0.5, withinMs: 1000, callsMin: 4, halfOpenAfterMs: 50 }
  deps = depsWith(createHttpDataPlatform({ ...sandbox().messages.dataPlatform, timeoutMs: 500, breaker }))
})

const depsWith = (dataPlatform: DataPlatform): Deps =>
  createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', { dataPlatform })
const processed = (orderId: string) => readShopEvents(database.db, orderId, ['order/processed'])
const waiting = () => database.db.dataDelivery.count({ where: { deliveredAt: null } })
/** As if the time that records wait had passed. */
const timePasses = () =>
  database.db.$executeRaw`update data_delivery set next_attempt_at = now() where delivered_at is null`
const statusOf = async (orderId: string) =>
  (await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).status
const confirm = async () => (await confirmTestOrder(database.db)).orderId

test('while the platform is down orders go on and their records wait; once it is back each arrives once', async () => {
  await controls().setFaults({ 'data-platform': { mode: 'down' } })
  const orderIds: string[] = []
  for (let n = 0; n < 12; n += 1) {
    const orderId = await confirm()
    orderIds.push(orderId)
    await reaction.handle(deps, await processed(orderId))
    if (n % 4 === 3) await timePasses()
    expect(await statusOf(orderId)).toBe('CONFIRMED')
  }
  expect(await waiting()).toBe(12)
  const rows = await database.db.dataDelivery.findMany({ where: { deliveredAt: null } })
  expect(rows.every(row => row.lastError !== null && row.attempts > 0)).toBe(true)
  expect((await controls().recordsOf(orderIds[0] ?? '')).count).toBe(0)

  await controls().clearFaults()
  await vi.waitFor(
    async () => {
      await timePasses()
      await sendDeliveries(deps)
      expect(await waiting()).toBe(0)
    },
    { timeout: 10_000, interval: 50 },
  )
  for (const orderId of orderIds)
    expect((await controls().recordsOf(orderId)).records).toMatchObject([{ name: 'order/processed', received: 1 }])
})

test('a delivery whose answer is lost is sent again, and the platform has each record once', async () => {
  await controls().setFaults({ 'data-platform': { mode: 'store-then-timeout', times: 1 } })
  const orderId = await confirm()
  await reaction.handle(deps, await processed(orderId))
  expect(await waiting()).toBe(1)
  await timePasses()
  await sendDeliveries(deps)
  expect(await waiting()).toBe(0)
  expect((await controls().recordsOf(orderId)).records).toMatchObject([{ received: 2 }])
})

test('a record waits longer each time, and never longer than five minutes', async () => {
  const orderId = await confirm()
  const away: DataPlatform = { deliver: async () => ({ outcome: 'retryable', detail: 'nobody is there' }) }
  const patient = depsWith(away)
  await reaction.handle(patient, await processed(orderId))
  const waits: number[] = []
  for (let attempt = 0; attempt < 9; attempt += 1) {
    const [row] = await database.db.$queryRaw<{ wait: number; lastError: string }[]>`
      select extract(epoch from next_attempt_at - now())::float8 as wait, last_error as "lastError" from data_delivery`
    waits.push(Math.round(row?.wait ?? 0))
    expect(row?.lastError).toBe('nobody is there')
    await timePasses()
    await sendDeliveries(patient)
  }
  patient.redis.disconnect()
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300])
})

test('a record that the platform refuses waits apart in front of a person, and the others arrive', async () => {
  const orderIds = [await confirm(), await confirm(), await confirm()]
  const events = (await Promise.all(orderIds.map(processed))).flat()
  await controls().setFaults({ 'data-platform': { mode: 'down' } })
  await reaction.handle(deps, events)
  const bad = events[1]?.id ?? ''
  await database.db.$executeRaw`
    update data_delivery set record = jsonb_set(record, '{data,blob}', to_jsonb(repeat('x', 20000))) where event_id = ${bad}`
  await controls().clearFaults()
  await vi.waitFor(
    async () => {
      await database.db
        .$executeRaw`update data_delivery set next_attempt_at = now() where attempts < 50 and delivered_at is null and last_error not like '%data%blob%'`
      await sendDeliveries(deps)
      expect(await waiting()).toBe(1)
    },
    { timeout: 10_000, interval: 50 },
  )
  expect(await database.db.dataDelivery.findFirst({ where: { deliveredAt: null } })).toMatchObject({ eventId: bad })
  const incident = { orderId: null, kind: 'event-failed', stepId: 'deliver' }
  expect(await database.db.incident.findMany({ where: { sagaId: `data-platform:${bad}` } })).toMatchObject([incident])
  expect(await database.db.order.count({ where: { id: { in: orderIds }, needsAttention: true } })).toBe(0)
})

test('an event told twice, and at once, is one record', async () => {
  const events = await processed(await confirm())
  await Promise.all([
    reaction.handle(deps, events),
    reaction.handle(deps, events),
    reaction.handle(deps, [...events, ...events]),
  ])
  await vi.waitFor(async () => expect(await waiting()).toBe(0))
  expect(await database.db.dataDelivery.count()).toBe(1)
})

test('senders of two processes share what waits, and a lease that ran out is taken over', async () => {
  await controls().setFaults({ 'data-platform': { mode: 'down' } })
  for (let n = 0; n < 6; n += 1) await reaction.handle(deps, await processed(await confirm()))
  await timePasses()
  const claims = await Promise.all([1, 2, 3].map(() => claimDeliveries(database.db, 2, 60)))
  const ids = claims.flat().map(record => record.eventId)
  expect(new Set(ids).size).toBe(ids.length)
  const rest = await claimDeliveries(database.db, 10, 60)
  expect(ids.length + rest.length).toBe(6)
  expect(await claimDeliveries(database.db, 10, 60)).toEqual([])
  await database.db.$executeRaw`update data_delivery set claimed_until = now() - interval '1 second'`
  expect(await claimDeliveries(database.db, 10, 60)).toHaveLength(6)
})

test('a record names goods and amounts, and nobody', async () => {
  const { orderId } = await confirmTestOrder(database.db, { email: 'secret-shopper@example.com' })
  await reaction.handle(deps, await processed(orderId))
  const { record } = await database.db.dataDelivery.findFirstOrThrow({ where: { orderId } })
  const data = { orderId, currency: 'KRW', totalMinor: '28000', byCardMinor: '28000', isGuest: true, campaignId: null }
  const line = { quantity: 1, unitPriceMinor: '28000', discountMinor: '0' }
  expect(record).toMatchObject({ at: expect.stringMatching(/Z$/), data: { ...data, lines: [line] } })
  const words = JSON.stringify(record)
  for (const personal of ['secret-shopper', '김하나', '010-1234', '04524', '세종대로'])
    expect(words).not.toContain(personal)
})

test('a cancellation is told of an order that was processed, and of no other', async () => {
  const never = await seedReservedOrder(database.db)
  const sold = await confirmTestOrder(database.db)
  const events = []
  for (const [orderId, from, reason] of [
    [never.orderId, 'STOCK_RESERVED', 'cancelled-before-payment'],
    [sold.orderId, 'CONFIRMED', 'cancelled-before-preparation'],
  ] as const) {
    const cancellationId = newCancellationId()
    const { version } = await database.db.order.findUniqueOrThrow({ where: { id: orderId } })
    await inTransaction(database.db, async tx => {
      await requestCancellation(tx, { orderId, cancellationId, by: 'shopper', policy: deps.policy })
      const told = [newEvent('order/cancelled', { orderId, reason })]
      await transitionOrder(tx, { orderId, from, reason, mover: 'shopper', version, events: told })
    })
    events.push(...(await readShopEvents(database.db, orderId, ['order/cancelled'])))
  }
  await reaction.handle(deps, events)
  const [row, ...others] = await database.db.dataDelivery.findMany()
  expect(others).toEqual([])
  expect(row).toMatchObject({ orderId: sold.orderId, name: 'order/cancelled', deliveredAt: expect.any(Date) })
  expect(row?.record).toMatchObject({
    data: { reason: 'cancelled-before-preparation', feeMinor: '1400', refundMinor: '0' },
  })
})

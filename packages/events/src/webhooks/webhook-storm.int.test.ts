import { checkInvariants, countUnfinished } from '@makegood/db/invariants/check-invariants'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createRandom } from '../../simulation/random.ts'
import type { PlacedOrder } from '../../test/stand/act-as-shop.ts'
import { sendStorm } from '../../test/webhook-storm/send-storm.ts'
import { type ApiStand, startApiStand } from '../../test/webhook-storm/start-api-stand.ts'
import { takeSnapshot } from '../../test/webhook-storm/take-snapshot.ts'

const seed = 20_260_702
const firstStorm = 2500
const secondStorm = 7500
const atOnce = 24
const waitMs = { timeout: 60_000, interval: 50 }
let stand: ApiStand
beforeAll(async () => {
  stand = await startApiStand()
}, 180_000)
afterAll(() => stand.stop())

const paidOrder = async (): Promise<PlacedOrder> => {
  const order = await stand.reservedOrder()
  await stand.pay(order)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  return order
}

/** The gateway takes the money, and only its webhook could say so at once. */
const approvedOrder = async (): Promise<PlacedOrder> => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order, 'pm_card_authenticationRequired')
  const actionUrl = await vi.waitFor(async () => {
    const payment = await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
    if (!payment.actionUrl) throw new Error('no approval asked for yet')
    return payment.actionUrl
  }, waitMs)
  await stand.approve(actionUrl, 'approve')
  return order
}

const deliver = async ({ orderId }: PlacedOrder): Promise<void> => {
  const parcel = await stand.parcelOf(orderId)
  for (const status of ['handed-over', 'in-transit', 'delivered'] as const) await stand.moveParcel(parcel, status)
}

const waitUntilQuiet = () =>
  vi.waitFor(async () => {
    expect(await countUnfinished(stand.db)).toEqual({ sagas: 0, events: 0 })
    expect(await stand.db.webhookInbox.count({ where: { handledAt: null } })).toBe(0)
  }, waitMs)

const movesOf = async ({ orderId }: PlacedOrder) =>
  (await stand.db.orderHistory.findMany({ where: { orderId }, orderBy: { version: 'asc' } })).map(row => row.toStatus)

const paid = ['PENDING', 'STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED', 'PREPARING']

test('10,000 duplicate and shuffled webhooks: each has its effect once, whatever the order, and nothing changes after', {
  timeout: 300_000,
}, async () => {
  const [delivered, cancelled, approved] = await Promise.all([
    Promise.all(Array.from({ length: 6 }, paidOrder)),
    Promise.all(Array.from({ length: 2 }, paidOrder)),
    Promise.all(Array.from({ length: 2 }, approvedOrder)),
  ])
  await Promise.all(delivered.map(deliver))
  await Promise.all(cancelled.map(order => stand.cancel(order, 'operator')))
  for (const { orderId } of cancelled) await stand.waitForStatus(orderId, 'CANCELLED')
  await vi.waitFor(() => {
    const count = (type: string) => stand.collected.filter(webhook => webhook.type === type).length
    expect([count('payment_intent.succeeded'), count('shipment.delivered'), count('charge.refunded')]).toEqual([
      10, 6, 2,
    ])
  }, waitMs)
  expect(await stand.db.webhookInbox.count()).toBe(0)

  const webhooks = [...stand.collected]
  const random = createRandom(seed, 'storm')
  const first = await sendStorm(stand.apiUrl, webhooks, { count: firstStorm, atOnce, random })
  for (const { orderId } of delivered) await stand.waitForStatus(orderId, 'DELIVERED')
  for (const { orderId } of approved) await stand.waitForStatus(orderId, 'PREPARING')
  await waitUntilQuiet()
  for (const order of delivered) expect(await movesOf(order)).toEqual([...paid, 'SHIPPING', 'DELIVERED'])
  for (const order of cancelled) expect(await movesOf(order)).toEqual([...paid, 'CANCELLED'])
  for (const order of approved) expect(await movesOf(order)).toEqual(paid)
  const everyOrder = [...delivered, ...cancelled, ...approved]
  const chargesOf = () => Promise.all(everyOrder.map(({ orderId }) => stand.chargesOf(orderId)))
  expect((await chargesOf()).map(({ count }) => count)).toEqual(everyOrder.map(() => 1))
  expect(await stand.db.incident.count()).toBe(0)
  expect(await stand.db.webhookInbox.count()).toBe(webhooks.length)

  const [before, chargesBefore] = [await takeSnapshot(stand.db), await chargesOf()]
  const second = await sendStorm(stand.apiUrl, webhooks, { count: secondStorm, atOnce, random })
  await waitUntilQuiet()
  expect(await takeSnapshot(stand.db)).toEqual(before)
  expect(await chargesOf()).toEqual(chargesBefore)
  expect(await checkInvariants(stand.db)).toEqual([])
  for (const { perSecond, p95Ms } of [first, second])
    process.stdout.write(`webhooks: ${perSecond.toFixed(0)} taken a second, p95 ${p95Ms.toFixed(1)} ms\n`)
})

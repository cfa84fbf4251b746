import { auditActs } from '@makegood/core/audit/acts'
import { listCustomersInput } from '@makegood/core/customer/inputs'
import { orderStatuses } from '@makegood/core/order/order-states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCustomers } from '../../customer/list-customers.ts'
import { checkInvariants } from '../../invariants/check-invariants.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { placeTestOrder } from '../../testing/place-test-order.ts'
import { readFirstOrderAt } from '../../today/read-first-order-at.ts'
import { seedDemoShop } from '../seed-demo-shop.ts'
import { seedStory } from './seed-story.ts'
import type { OutsidePast } from './tell-outside.ts'

let database: TestDatabase
let past: OutsidePast
const addresses = { carrierUrl: 'http://carrier.test', webUrl: 'http://shop.test' }
beforeAll(async () => {
  database = await createTestDatabase()
  await seedDemoShop(database.db)
})
afterAll(() => database.drop())

const seed = (tell: (told: OutsidePast) => Promise<void>) =>
  seedStory(database.db, { now: new Date(), ...addresses, tell })

test('where the outside cannot be told, nothing is written', async () => {
  await expect(
    seed(async () => {
      throw new Error('nobody is there')
    }),
  ).rejects.toThrow('nobody is there')
  expect(await database.db.order.count()).toBe(0)
})

test('the story is whole, holds every invariant, and leaves troubles to repair', async () => {
  const seeded = await seed(async told => {
    past = told
  })
  expect(seeded.orders).toBeGreaterThan(300)
  expect(seeded.troubles).toBe(9)
  expect(await checkInvariants(database.db)).toEqual([])
  const byStatus = await database.db.order.groupBy({ by: ['status'] })
  expect(byStatus.map(({ status }) => status).toSorted()).toEqual([...orderStatuses].toSorted())
  expect(await database.db.incident.count({ where: { resolvedAt: null } })).toBe(9)
  // Twice the fourteen days that Today compares.
  const begun = (await readFirstOrderAt(database.db))?.getTime() ?? Date.now()
  expect(Date.now() - begun).toBeGreaterThan(28 * 24 * 60 * 60 * 1000)
})

test('every customer signed up before the first order, and operators who buy nothing are no customers', async () => {
  const { customers } = await listCustomers(database.db, listCustomersInput.parse({}))
  const story = customers.filter(({ id }) => id.startsWith('story-'))
  expect(story.length).toBeGreaterThan(10)
  for (const { id, since } of story) {
    const { placedAt } = await database.db.order.findFirstOrThrow({
      where: { userId: id },
      orderBy: { placedAt: 'asc' },
    })
    expect(new Date(since).getTime()).toBeLessThan(placedAt.getTime())
  }
  expect(customers.filter(({ email }) => email === 'admin@example.com')).toEqual([])
  const search = listCustomersInput.parse({ search: 'admin@' })
  expect((await listCustomers(database.db, search)).customers).toEqual([])
})

test('coupons were claimed and used from the first days on, and each campaign counts its own', async () => {
  const campaigns = await database.db.couponCampaign.findMany({ include: { claims: true } })
  for (const { claimed, validFrom, claims } of campaigns) {
    expect(claims).toHaveLength(claimed)
    expect(claims.filter(({ status }) => status === 'REDEEMED').length).toBeGreaterThan(2)
    for (const { claimedAt } of claims) expect(claimedAt.getTime()).toBeGreaterThan(validFrom.getTime())
  }
  expect(campaigns.flatMap(({ claims }) => claims).some(({ status }) => status === 'CLAIMED')).toBe(true)
  const orders = await database.db.order.findMany({ where: { discountMinor: { gt: 0n } } })
  expect(orders).toHaveLength(await database.db.couponClaim.count({ where: { status: 'REDEEMED' } }))
})

test('every order is what its history says', async () => {
  const orders = await database.db.order.findMany({ include: { history: { orderBy: { version: 'asc' } } } })
  for (const { status, version, history } of orders)
    expect({ status: history.at(-1)?.toStatus, version: history.length }).toEqual({ status, version })
})

test('an order that waits paid was held back for an operator, and one that went on was not: their sagas say so', async () => {
  const sagas = await database.db.saga.findMany({
    where: { name: 'pay-order', status: 'COMPLETED' },
    include: { steps: true, order: { include: { history: true } } },
  })
  const waiting = sagas.filter(({ order }) => order?.status === 'PAID')
  expect(waiting.length).toBeGreaterThan(0)
  for (const { steps, order } of sagas) {
    const held = order?.history.every(({ toStatus }) => toStatus !== 'CONFIRMED')
    expect(steps.find(({ stepId }) => stepId === 'mark-paid')?.result).toEqual({ held })
    expect(steps.some(({ stepId }) => stepId === 'confirm-order')).toBe(!held)
  }
})

test('the outside is told of every charge that the books keep, and of nothing twice', async () => {
  const kept = await database.db.payment.findMany({ where: { status: 'SUCCEEDED' } })
  const told = new Map(past.charges.map(charge => [charge.ref, charge]))
  expect(told.size).toBe(past.charges.length)
  for (const { chargeRef, amountMinor, cardRefundedMinor, id } of kept) {
    const charge = told.get(chargeRef ?? '')
    const planned = await database.db.refund.count({ where: { paymentId: id, status: 'PLANNED' } })
    expect({ amount: charge?.amount, refunded: charge?.refund?.amount ?? 0 }).toEqual({
      amount: Number(amountMinor),
      refunded: planned > 0 ? 0 : Number(cardRefundedMinor),
    })
  }
})

test('the carrier knows every parcel that is packed, on its way or to be picked up, as the shop keeps it', async () => {
  const underWay = await database.db.shipment.findMany({
    where: { status: { in: ['REGISTERED', 'IN_TRANSIT'] }, order: { incidents: { none: {} } } },
  })
  const told = new Map(past.parcels.map(({ ref, kind, status }) => [ref, { kind, status }]))
  expect(new Set(underWay.map(({ kind }) => kind))).toEqual(new Set(['DELIVERY', 'PICK_UP']))
  expect(new Set(underWay.map(({ status }) => status))).toEqual(new Set(['REGISTERED', 'IN_TRANSIT']))
  for (const { shipmentRef, kind, status } of underWay)
    expect(told.get(shipmentRef)).toEqual({
      kind: kind === 'DELIVERY' ? 'delivery' : 'pick-up',
      status: status === 'REGISTERED' ? 'registered' : 'in-transit',
    })
})

test('every shopper was told what the shop tells on such a way, and nothing waits to be sent', async () => {
  const orders = await database.db.order.findMany({ include: { history: true } })
  const told = await database.db.notification.findMany()
  for (const { id, number, history } of orders) {
    const notifications = told.filter(({ orderId }) => orderId === id)
    const had = (reason: string) => history.some(row => row.reason === reason)
    const mails = notifications.filter(({ channel }) => channel === 'email').map(({ template }) => template)
    expect(mails.includes('order-confirmed'), `${number}`).toBe(had('confirmed'))
    expect(mails.includes('order-cancelled')).toBe(history.some(({ toStatus }) => toStatus === 'CANCELLED'))
    expect(mails.includes('order-delivered')).toBe(had('delivered'))
    expect(notifications.every(({ status, sentAt }) => status === 'SENT' && sentAt !== null)).toBe(true)
  }
})

test('the audit log tells the story in the words of the shop', async () => {
  const told = await database.db.auditEntry.findMany({ distinct: ['action'], select: { action: true } })
  const acts: readonly string[] = auditActs
  expect(told.length).toBeGreaterThan(4)
  expect(told.filter(({ action }) => !acts.includes(action))).toEqual([])
})

test('the ledger of the stock tells each sale as the shop does: by its order, at its time, up to what is there', async () => {
  const { db } = database
  const changes = await db.stockChange.findMany({ orderBy: { id: 'asc' } })
  expect(changes.filter(({ kind }) => kind === 'changed')).toEqual([])
  expect(new Set(changes.map(({ kind }) => kind))).toEqual(
    new Set(['opened', 'reserved', 'sold', 'released', 'came-back']),
  )
  expect(changes.every(({ kind, orderId }) => (kind === 'opened') === (orderId === null))).toBe(true)
  for (const stock of await db.stock.findMany()) {
    const own = changes.filter(({ variantId }) => variantId === stock.variantId)
    expect(own.map(({ at }) => at)).toEqual(own.map(({ at }) => at).toSorted((a, b) => a.getTime() - b.getTime()))
    const last = own.at(-1)
    expect([last?.availableAfter, last?.reservedAfter, last?.soldAfter]).toEqual([
      stock.available,
      stock.reserved,
      stock.sold,
    ])
  }
})

test('only steps that wait for somebody take longer than a moment', async () => {
  const steps = await database.db.sagaStep.findMany({ where: { status: 'DONE', endedAt: { not: null } } })
  const slow = steps.filter(({ startedAt, endedAt }) => (endedAt?.getTime() ?? 0) - startedAt.getTime() > 5_000)
  expect(new Set(slow.map(({ stepId }) => stepId))).toEqual(new Set(['await-packing', 'await-goods']))
})

test('twice is the same as once, and a shop in which somebody has bought is left alone', async () => {
  const before = await database.db.order.count()
  const tellNobody = async () => {
    throw new Error('there is nothing to tell')
  }
  expect(await seed(tellNobody)).toEqual({ orders: 0, troubles: 0 })
  expect(await database.db.order.count()).toBe(before)
  const other = await createTestDatabase()
  await placeTestOrder(other.db)
  expect(await seedStory(other.db, { now: new Date(), ...addresses, tell: tellNobody })).toEqual({
    orders: 0,
    troubles: 0,
  })
  await other.drop()
})

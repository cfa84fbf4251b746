import { addSales, noSales, sharesOf } from '@makegood/core/today/sales'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { inTransaction } from '../client.ts'
import { confirmOrder } from '../order/confirm-order.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { openIncident } from '../saga/open-incident.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { readSalesHours } from './read-sales-hours.ts'
import { readTopProducts } from './read-top-products.ts'
import { rebuildSales, rollUpSales } from './roll-up-sales.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.$executeRaw`truncate sales_hour, sales_product_day, sales_rolled`
})

const hour = 60 * 60 * 1000
const sumSince = async (from: Date, now = new Date()) => {
  const { hours } = await readSalesHours(database.db, { since: [from], now })
  const { confirmTimes, ...sum } = addSales([noSales, ...hours])
  return { ...sum, confirmTimes: Object.values(confirmTimes).reduce((all, count) => all + count, 0) }
}
/** What happened in this very millisecond is counted in the next one. */
const seeOrders = (orders: number) =>
  vi.waitFor(async () => expect((await sumSince(new Date(Date.now() - hour))).orders).toBe(orders))
const rows = () => database.db.salesHour.findMany({ orderBy: { hour: 'asc' } })
/** As if everything of these orders had happened so long ago. */
const moveBack = async (orderIds: readonly string[], ms: number) => {
  const { db } = database
  await db.$executeRaw`alter table order_history disable trigger user`
  for (const id of orderIds) {
    await db.$executeRaw`update "order" set placed_at = placed_at - make_interval(secs => ${ms / 1000}::float8) where id = ${id}`
    await db.$executeRaw`update order_history set at = at - make_interval(secs => ${ms / 1000}::float8) where order_id = ${id}`
    await db.$executeRaw`update payment set settled_at = settled_at - make_interval(secs => ${ms / 1000}::float8) where order_id = ${id}`
  }
  await db.$executeRaw`alter table order_history enable trigger user`
}

test('rolled up twice, at once, and again after more has happened, the figures are those of the orders', async () => {
  const { db } = database
  const before = await sumSince(new Date(Date.now() - 24 * hour))
  await bringTestOrder(db, 'CONFIRMED')
  await bringTestOrder(db, 'CANCELLED')
  await Promise.all([rollUpSales(db), rollUpSales(db), rollUpSales(db)])
  await bringTestOrder(db, 'CONFIRMED')
  const told = await sumSince(new Date(Date.now() - 24 * hour))
  expect(told.orders - before.orders).toBe(3)
  expect(told).toMatchObject({
    confirmed: before.confirmed + 2,
    cancelled: before.cancelled + 1,
    reserved: before.reserved + 3,
  })
  expect(told.confirmedMinor - before.confirmedMinor).toBe(56_000n)
  expect(told.confirmTimes).toBe(told.confirmed)
  await rollUpSales(db)
  expect(await sumSince(new Date(Date.now() - 24 * hour))).toEqual(told)
})

test('what happened after the last roll-up is in the figures without waiting for the job', async () => {
  const { db } = database
  await rollUpSales(db)
  const before = await sumSince(new Date(Date.now() - hour))
  await bringTestOrder(db, 'PENDING')
  await seeOrders(before.orders + 1)
  expect((await rows()).reduce((sum, row) => sum + row.orders, 0)).toBeLessThan(before.orders + 1)
})

test('a shop that has not rolled up yet counts what has just happened', async () => {
  const before = await sumSince(new Date(Date.now() - hour))
  await bringTestOrder(database.db, 'PENDING')
  await seeOrders(before.orders + 1)
  expect(await rows()).toEqual([])
})

test('a shop whose older orders come later has them rolled up by the next calls, each order once', async () => {
  const { db } = database
  await rollUpSales(db)
  const from = new Date(Date.now() - 40 * 24 * hour)
  const before = await sumSince(from)
  const orders = await Promise.all([bringTestOrder(db, 'CONFIRMED'), bringTestOrder(db, 'CONFIRMED')])
  await moveBack(
    orders.map(({ orderId }) => orderId),
    30 * 24 * hour,
  )
  let calls = 0
  while ((await rollUpSales(db)).more) {
    calls += 1
    expect(calls).toBeLessThan(60)
  }
  expect(calls).toBeGreaterThan(2)
  const told = await sumSince(from)
  expect(told.orders - before.orders).toBe(2)
  expect(told.confirmedMinor - before.confirmedMinor).toBe(56_000n)
})

test('whoever wrote into a past that was rolled up has it counted anew', async () => {
  const { db } = database
  const old = await bringTestOrder(db, 'PENDING')
  await moveBack([old.orderId], 10 * 24 * hour)
  while ((await rollUpSales(db)).more);
  const from = new Date(Date.now() - 12 * 24 * hour)
  const before = await sumSince(from)
  const { orderId } = await bringTestOrder(db, 'PENDING')
  await rollUpSales(db)
  await moveBack([orderId], 5 * 24 * hour)
  await rollUpSales(db)
  expect((await sumSince(from)).orders).toBe(before.orders)
  await rebuildSales(db, from, new Date())
  expect((await sumSince(from)).orders).toBe(before.orders + 1)
})

test('failures, refunds and standing baskets are counted when they happened, and make the shares', async () => {
  const { db } = database
  const from = new Date(Date.now() - 2 * hour)
  await rollUpSales(db)
  const before = addSales((await readSalesHours(db, { since: [from], now: new Date() })).hours)
  const { orderId, paymentId } = await bringTestOrder(db, 'CONFIRMED')
  const other = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  await db.payment.update({ where: { id: other.paymentId }, data: { status: 'DECLINED', settledAt: new Date() } })
  await openIncident(db, { orderId: null, sagaId: 's', stepId: 't', kind: 'event-failed', detail: 'x' })
  await db.refund.create({
    data: {
      id: `ref_${paymentId}`,
      orderId,
      paymentId,
      source: 'cancellation',
      sourceId: 'c',
      leg: 'card',
      amountMinor: 7_000n,
      currency: 'KRW',
      status: 'DONE',
      doneAt: new Date(),
    },
  })
  const { variantId } = await db.orderLine.findFirstOrThrow({ where: { orderId } })
  await db.cart.create({
    data: { id: 'crt_standing', visitorHash: 'v', lines: { create: [{ variantId, quantity: 1 }] } },
  })
  await rollUpSales(db)
  const told = addSales((await readSalesHours(db, { since: [from], now: new Date() })).hours)
  expect(told).toMatchObject({
    unpaid: before.unpaid + 1,
    paid: before.paid + 1,
    incidents: before.incidents + 1,
    refunds: before.refunds + 1,
    refundedMinor: before.refundedMinor + 7_000n,
    // A basket stands until a saga clears it, which these orders had none to do.
    carts: before.carts + 3,
  })
  expect(sharesOf(told).conversion).toBeGreaterThan(0)
})

test('the products of which most was confirmed come first, with units and money', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'CONFIRMED')
  const line = await db.orderLine.findFirstOrThrow({ where: { orderId }, include: { variant: true } })
  await bringTestOrder(db, 'CONFIRMED', { lines: [{ variantId: line.variantId, quantity: 5 }] })
  await rollUpSales(db)
  const [first] = await readTopProducts(db, { fromDay: '2020-01-01', limit: 3 })
  expect(first).toMatchObject({
    productId: line.variant.productId,
    units: 6,
    amount: { amountMinor: (6n * line.unitPriceMinor).toString(), currency: 'KRW' },
  })
})

test('from each moment that is asked for to the next, the hours are added up, rolled up or not, the times too', async () => {
  const { db } = database
  const now = Date.now()
  const since = [new Date(now - 60 * hour), new Date(now - 40 * hour), new Date(now - 20 * hour)]
  const orders = await Promise.all([1, 2].map(() => bringTestOrder(db, 'CONFIRMED')))
  const ids = orders.map(({ orderId }) => orderId)
  await moveBack(ids, 50 * hour)
  await moveBack(ids.slice(1), 2 * hour)
  while ((await rollUpSales(db)).more) expect(ids).toHaveLength(2)
  await bringTestOrder(db, 'PENDING')
  const { hours } = await readSalesHours(db, { since, now: new Date() })
  const told = new Map(hours.map(row => [row.hour.getTime(), row]))
  const then = told.get(now - 60 * hour)
  expect(then).toMatchObject({ orders: 2, confirmed: 2, confirmedMinor: 56_000n })
  expect(Object.values(then?.confirmTimes ?? {}).reduce((all, count) => all + count, 0)).toBe(2)
  expect(told.has(now - 40 * hour)).toBe(false)
  expect(told.get(now - 20 * hour)?.orders).toBeGreaterThan(0)
})

test('an order that an operator confirmed after a look counts as confirmed, and not in the shop’s own time', async () => {
  const { db } = database
  const before = await sumSince(new Date(Date.now() - hour))
  const { orderId, paymentId } = await bringTestOrder(db, 'PAID')
  await inTransaction(db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    await confirmOrder(tx, { orderId, paymentId, version }, { mover: 'operator', moverId: 'usr_kim' }, hour)
  })
  await seeOrders(before.orders + 1)
  const { confirmed, confirmTimes } = await sumSince(new Date(Date.now() - hour))
  expect({ confirmed, confirmTimes }).toEqual({ confirmed: before.confirmed + 1, confirmTimes: before.confirmTimes })
})

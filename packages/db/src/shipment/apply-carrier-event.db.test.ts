import { newId } from '@makegood/core/ids'
import type { ShipmentStatus } from '@makegood/core/ports/carrier'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { closePassed } from '../incident/close-passed.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { acceptReturn } from '../return/decide-return.ts'
import { requestReturn } from '../return/request-return.ts'
import { openIncident } from '../saga/open-incident.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { expectWaiting } from '../testing/expect-waiting.ts'
import { registerTestParcel } from '../testing/ship-test-order.ts'
import { applyCarrierEvent } from './apply-carrier-event.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
  await database.drop()
})

const completionSeconds = 600
const apply = (shipmentRef: string, status: ShipmentStatus) =>
  inTransaction(database.db, tx => applyCarrierEvent(tx, { shipmentRef, status }, completionSeconds))

/** An order in preparation, whose parcel the carrier has registered. */
const preparedOrder = async () => {
  const { orderId, owner } = await bringTestOrder(database.db, 'PREPARING')
  const { shipmentRef, id } = await database.db.shipment.findFirstOrThrow({ where: { orderId } })
  return { orderId, owner, shipmentRef, shipmentId: id }
}
type Prepared = Awaited<ReturnType<typeof preparedOrder>>

const read = async ({ orderId, shipmentRef }: Pick<Prepared, 'orderId' | 'shipmentRef'>) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId } }),
  parcel: await database.db.shipment.findUniqueOrThrow({ where: { shipmentRef } }),
  history: (await database.db.orderHistory.findMany({ where: { orderId }, orderBy: { version: 'asc' } })).map(
    row => row.toStatus,
  ),
  told: (
    await database.db.outbox.findMany({
      where: { name: { startsWith: 'shipping/' }, payload: { path: ['orderId'], equals: orderId } },
    })
  )
    .map(event => event.name)
    .sort(),
  incidents: await database.db.incident.findMany({ where: { orderId } }),
  completion: await database.db.orderLimit.findMany({ where: { orderId, kind: 'completion' } }),
})

const permutations = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.length <= 1
    ? [items]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map(rest => [item, ...rest]))

const expectDeliveredOnce = async (prepared: Prepared) => {
  const { order, parcel, history, told, completion } = await read(prepared)
  expect(order).toMatchObject({ status: 'DELIVERED', needsAttention: false })
  expect(parcel).toMatchObject({ status: 'DELIVERED', handedOverAt: expect.any(Date), endedAt: expect.any(Date) })
  expect(history.slice(-3)).toEqual(['PREPARING', 'SHIPPING', 'DELIVERED'])
  expect(told).toEqual(['shipping/delivered', 'shipping/dispatched'])
  expect(completion).toHaveLength(1)
}

test.each(permutations(['handed-over', 'in-transit', 'delivered'] as const))(
  'told as %s, %s, %s: the order is delivered once, by legal moves',
  async (...events) => {
    const prepared = await preparedOrder()
    for (const event of events) await apply(prepared.shipmentRef, event)
    await expectDeliveredOnce(prepared)
  },
)

test('each event many times and all of them at once: the order is delivered once, by legal moves', async () => {
  for (let round = 0; round < 4; round += 1) {
    const prepared = await preparedOrder()
    const events = (['delivered', 'handed-over', 'in-transit'] as const).flatMap(event => [event, event, event])
    await Promise.all(events.map(event => apply(prepared.shipmentRef, event)))
    await expectDeliveredOnce(prepared)
  }
})

test('an event that comes again, or late, changes nothing at all', async () => {
  const prepared = await preparedOrder()
  for (const event of ['handed-over', 'in-transit', 'delivered'] as const) {
    await apply(prepared.shipmentRef, event)
    const before = await read(prepared)
    for (const late of ['registered', 'cancelled', 'handed-over', event] as const)
      expect(await apply(prepared.shipmentRef, late)).toContain('nothing to do')
    expect(await read(prepared)).toEqual(before)
  }
})

test('the time in which a purchase counts as accepted begins with the delivery', async () => {
  const prepared = await preparedOrder()
  await apply(prepared.shipmentRef, 'handed-over')
  expect((await read(prepared)).completion).toEqual([])
  await apply(prepared.shipmentRef, 'delivered')
  const [limit] = (await read(prepared)).completion
  expect(Math.abs((limit?.dueAt.getTime() ?? 0) - Date.now() - completionSeconds * 1000)).toBeLessThan(10_000)
})

test('a parcel that the shop does not know yet is told of too early: it throws, to be tried again', async () => {
  await expect(apply('car_nobody', 'delivered')).rejects.toThrow('no parcel car_nobody')
})

test('a parcel that was taken back before the shop knew of it needs nothing', async () => {
  expect(await apply('car_nobody', 'cancelled')).toBe('cancelled before it was known: nothing to do')
})

test('a parcel that is taken before its order is in preparation is told of too early, and moves once it is', async () => {
  const { orderId } = await bringTestOrder(database.db, 'CONFIRMED')
  const { shipmentRef } = await registerTestParcel(database.db, orderId)
  const before = await read({ orderId, shipmentRef })
  await expect(apply(shipmentRef, 'handed-over')).rejects.toThrow('not in preparation yet')
  expect(await read({ orderId, shipmentRef })).toEqual(before)
  await inTransaction(database.db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    const move = { from: 'CONFIRMED', reason: 'shipment-registered', mover: 'system' } as const
    await transitionOrder(tx, { ...move, orderId, version, events: [] })
  })
  await apply(shipmentRef, 'handed-over')
  expect((await read({ orderId, shipmentRef })).order.status).toBe('SHIPPING')
})

test.each([
  ['lost', 'parcel-lost', 'LOST'],
  ['refused', 'parcel-refused', 'REFUSED'],
] as const)(
  'a parcel that is %s is put in front of a person, once, and its order stays on its way',
  async (event, kind, status) => {
    for (const events of [[event], ['handed-over', event, event], [event, 'handed-over', 'in-transit']] as const) {
      const prepared = await preparedOrder()
      for (const one of events) await apply(prepared.shipmentRef, one)
      const { order, parcel, incidents } = await read(prepared)
      expect(order).toMatchObject({ status: 'SHIPPING', needsAttention: true })
      expect(parcel.status).toBe(status)
      expect(incidents).toMatchObject([
        {
          kind,
          sagaId: `fulfil-order:${prepared.orderId}`,
          stepId: prepared.shipmentId,
          occurrences: 1,
          resolvedAt: null,
        },
      ])
      const told = { name: `shipping/${event}`, payload: { path: ['orderId'], equals: prepared.orderId } }
      expect(await database.db.outbox.count({ where: told })).toBe(1)
    }
  },
)

test('a refused parcel that the recipient takes in the end delivers the order; one that comes back ends its way', async () => {
  const taken = await preparedOrder()
  for (const event of ['refused', 'delivered'] as const) await apply(taken.shipmentRef, event)
  expect(await read(taken)).toMatchObject({ order: { status: 'DELIVERED' }, parcel: { status: 'DELIVERED' } })

  const back = await preparedOrder()
  for (const event of ['refused', 'returned', 'delivered'] as const) await apply(back.shipmentRef, event)
  expect(await read(back)).toMatchObject({ order: { status: 'SHIPPING' }, parcel: { status: 'RETURNED' } })
})

test('a parcel that was late has left: nobody has to close that it was late; one that was lost and comes delivers its order', async () => {
  const prepared = await preparedOrder()
  const { orderId, shipmentRef } = prepared
  const late = { orderId, sagaId: `fulfil-order:${orderId}`, stepId: 'shipping-start', detail: 'not taken in time' }
  await openIncident(database.db, { ...late, kind: 'shipping-late' })
  await apply(shipmentRef, 'handed-over')
  const left = await read(prepared)
  expect(left.order).toMatchObject({ status: 'SHIPPING', needsAttention: false })
  expect(left.incidents).toMatchObject([{ kind: 'shipping-late', resolution: 'went-on', resolvedAt: expect.any(Date) }])

  await apply(shipmentRef, 'lost')
  expect((await read(prepared)).order.needsAttention).toBe(true)
  expect(await apply(shipmentRef, 'delivered')).toBe('parcel DELIVERED')
  const found = await read(prepared)
  expect(found).toMatchObject({
    order: { status: 'DELIVERED', needsAttention: false },
    parcel: { status: 'DELIVERED' },
  })
  expect(found.incidents.map(({ kind, resolution }) => [kind, resolution])).toContainEqual(['parcel-lost', 'went-on'])
  expect(found.completion).toHaveLength(1)
})

test('a parcel that is delivered after it was written off as lost is told to a person: the shopper has goods and money', async () => {
  const prepared = await preparedOrder()
  const { orderId, owner, shipmentRef } = prepared
  for (const event of ['handed-over', 'lost'] as const) await apply(shipmentRef, event)
  const returnId = newId('return', new Date())
  await inTransaction(database.db, async tx => {
    await requestReturn(tx, { orderId, owner, returnId, by: 'operator', reason: 'lost' })
    await acceptReturn(tx, { returnId, operatorId: 'usr_operator', reason: 'fine', withoutGoods: true })
    await closePassed(tx, { orderId, kinds: ['parcel-lost'] })
  })
  await apply(shipmentRef, 'delivered')
  const { order, parcel, incidents } = await read(prepared)
  expect(order).toMatchObject({ status: 'RETURNED', needsAttention: true })
  expect(parcel.status).toBe('DELIVERED')
  expect(incidents).toMatchObject([
    {
      kind: 'parcel-lost',
      resolvedAt: null,
      detail: 'the parcel was delivered after all, when its order was RETURNED already',
    },
  ])
})

test('a parcel of an order that was cancelled moves in front of a person, and the order stays cancelled', async () => {
  const prepared = await preparedOrder()
  const { orderId } = prepared
  await inTransaction(database.db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    const move = { from: 'PREPARING', reason: 'operator-cancelled', mover: 'operator' } as const
    await transitionOrder(tx, { ...move, orderId, version, events: [] })
  })
  await apply(prepared.shipmentRef, 'handed-over')
  const { order, parcel, incidents } = await read(prepared)
  expect(order).toMatchObject({ status: 'CANCELLED', needsAttention: true })
  expect(parcel.status).toBe('HANDED_OVER')
  expect(incidents).toMatchObject([{ detail: 'the parcel of a cancelled order is HANDED_OVER' }])
})

test('an event that waits for its order sees what has become of it meanwhile', async () => {
  const prepared = await preparedOrder()
  const { orderId, shipmentRef } = prepared
  const [told] = await database.db.$transaction(async tx => {
    const { version } = await getOrderState(tx, orderId)
    const move = { from: 'PREPARING', reason: 'operator-cancelled', mover: 'operator' } as const
    await transitionOrder(tx, { ...move, orderId, version, events: [] })
    const waiting = apply(shipmentRef, 'handed-over')
    await expectWaiting(database.db, 1)
    return [waiting]
  })
  expect(await told).toBe('parcel HANDED_OVER')
  expect(await read(prepared)).toMatchObject({
    order: { status: 'CANCELLED', needsAttention: true },
    incidents: [{ kind: 'parcel-lost' }],
  })
})

test('an order that was returned while its parcel was on the way stays returned when it arrives', async () => {
  const prepared = await preparedOrder()
  const { orderId, owner, shipmentRef } = prepared
  await apply(shipmentRef, 'handed-over')
  const returnId = newId('return', new Date())
  await inTransaction(database.db, async tx => {
    await requestReturn(tx, { orderId, owner, returnId, by: 'shopper', reason: 'changed-mind' })
    await acceptReturn(tx, { returnId, operatorId: 'usr_operator', reason: 'fine', withoutGoods: false })
  })
  await apply(shipmentRef, 'delivered')
  const { order, parcel, completion } = await read(prepared)
  expect(order.status).toBe('RETURNED')
  expect(parcel.status).toBe('DELIVERED')
  expect(completion).toEqual([])

  const pickUp = await registerTestParcel(database.db, orderId, returnId)
  await apply(pickUp.shipmentRef, 'delivered')
  await apply(pickUp.shipmentRef, 'handed-over')
  expect(await database.db.returnRequest.findUniqueOrThrow({ where: { id: returnId } })).toMatchObject({
    status: 'PICKED_UP',
  })
  expect((await read({ orderId, shipmentRef: pickUp.shipmentRef })).order.status).toBe('RETURNED')
})

test('a pick-up that the carrier loses is put in front of a person: nobody else will hear of it', async () => {
  const { orderId } = await bringTestOrder(database.db, 'RETURNED')
  const { id: returnId } = await database.db.returnRequest.findFirstOrThrow({ where: { orderId } })
  for (const [event, kind] of [
    ['lost', 'parcel-lost'],
    ['refused', 'parcel-refused'],
  ] as const) {
    const { shipmentRef, shipmentId } = await registerTestParcel(database.db, orderId, returnId)
    await apply(shipmentRef, event)
    expect((await read({ orderId, shipmentRef })).incidents).toContainEqual(
      expect.objectContaining({ kind, stepId: shipmentId, resolvedAt: null }),
    )
  }
})

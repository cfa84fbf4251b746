import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { registerTestParcel } from '../testing/ship-test-order.ts'
import { applyCarrierEvent } from './apply-carrier-event.ts'
import { recordShipment } from './record-shipment.ts'
import { markShipmentCancelled } from './settle-shipment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
  await database.drop()
})

test('a parcel is recorded once for each key, and cancelled only while nobody has it in hand', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'CONFIRMED')
  const { shipmentRef, shipmentId: key } = await registerTestParcel(db, orderId)
  const parcel = await db.shipment.findUniqueOrThrow({ where: { shipmentRef } })
  const { carrier, trackingNo, trackingUrl } = parcel
  const again = {
    id: 'shp_x',
    orderId,
    kind: 'DELIVERY',
    returnId: null,
    key,
    carrier,
    trackingNo,
    trackingUrl,
  } as const
  await recordShipment(db, { ...again, shipmentRef: 'car_x' })
  expect(await db.shipment.findMany({ where: { orderId } })).toEqual([parcel])
  await markShipmentCancelled(db, key)
  await markShipmentCancelled(db, 'a key that made no parcel')
  expect(await db.shipment.findUniqueOrThrow({ where: { shipmentRef } })).toMatchObject({
    status: 'CANCELLED',
    endedAt: expect.any(Date),
  })

  const prepared = await bringTestOrder(db, 'PREPARING')
  const taken = await db.shipment.findFirstOrThrow({ where: { orderId: prepared.orderId } })
  const handedOver = { shipmentRef: taken.shipmentRef, status: 'handed-over' } as const
  await inTransaction(db, tx => applyCarrierEvent(tx, handedOver, 600))
  await markShipmentCancelled(db, taken.id)
  expect((await db.shipment.findUniqueOrThrow({ where: { id: taken.id } })).status).toBe('HANDED_OVER')
})

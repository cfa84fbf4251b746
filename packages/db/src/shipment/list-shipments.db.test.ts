import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmTestOrder } from '../testing/confirm-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { registerTestParcel } from '../testing/ship-test-order.ts'
import { listShipments } from './list-shipments.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const hour = 3_600_000
const now = new Date()
const list = (input: Parameters<typeof listShipments>[1]) =>
  listShipments(database.db, input, { startSeconds: 48 * 3600, now })

test('parcels of a state come the longest waiting first, the late ones say so, and no page has a gap', async () => {
  const { db } = database
  const ages = [50, 47, 1]
  const made: string[] = []
  for (const age of ages) {
    const { orderId } = await confirmTestOrder(db)
    const { shipmentId } = await registerTestParcel(db, orderId)
    await db.shipment.update({
      where: { id: shipmentId },
      data: { registeredAt: new Date(now.getTime() - age * hour) },
    })
    made.push(shipmentId)
  }
  const page = await list({ status: 'REGISTERED' })
  expect(page.shipments.map(({ id, late }) => [id, late])).toEqual([
    [made[0], true],
    [made[1], false],
    [made[2], false],
  ])
  expect(page.nextCursor).toBeNull()
  expect(page.counts).toMatchObject({ REGISTERED: 3, IN_TRANSIT: 0, LOST: 0 })
  const cursor = `${page.shipments[0]?.registeredAt}_${made[0]}`
  expect((await list({ status: 'REGISTERED', cursor })).shipments.map(({ id }) => id)).toEqual(made.slice(1))
  await db.shipment.update({
    where: { id: made[0] ?? '' },
    data: { status: 'IN_TRANSIT', handedOverAt: new Date(now.getTime() - 6 * 24 * hour) },
  })
  expect((await list({ status: 'IN_TRANSIT' })).shipments).toMatchObject([{ id: made[0], late: true }])
  expect((await list({ status: 'LOST' })).counts).toMatchObject({ REGISTERED: 2, IN_TRANSIT: 1 })
  await expect(list({ status: 'REGISTERED', cursor: 'x' })).rejects.toMatchObject({ code: 'invalid-input' })
})

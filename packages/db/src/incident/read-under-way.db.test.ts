import { newId } from '@makegood/core/ids'
import type { IncidentKind } from '@makegood/core/saga/incident-kinds'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { acceptReturn } from '../return/decide-return.ts'
import { requestReturn } from '../return/request-return.ts'
import { openIncident } from '../saga/open-incident.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { readUnderWay } from './read-under-way.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const trouble = async (orderId: string, kind: IncidentKind) => {
  const saga = { orderId, sagaId: `fulfil-order:${orderId}`, stepId: kind }
  await openIncident(database.db, { ...saga, kind, detail: 'as it is' })
  return (await database.db.incident.findFirstOrThrow({ where: { orderId, kind } })).id
}
const underWayOf = async (incidentId: string) => (await readUnderWay(database.db, [incidentId])).get(incidentId) ?? null

test('of a lost parcel the return follows: asked for, waiting for a second pair of eyes, going back; nothing once it is closed', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'SHIPPING')
  const lost = await trouble(orderId, 'parcel-lost')
  expect(await underWayOf(lost)).toBeNull()
  const returnId = newId('return', new Date())
  await inTransaction(db, tx => requestReturn(tx, { orderId, returnId, by: 'operator', reason: 'lost' }))
  expect(await underWayOf(lost)).toBe('return-asked')
  const approval = { id: newId('approval', new Date()), kind: 'return-without-goods', orderId, input: { returnId } }
  const asked = { amountMinor: 28_000n, currency: 'KRW', reason: 'lost', requestedBy: 'op_1' }
  await db.approval.create({ data: { ...approval, ...asked, expiresAt: new Date(Date.now() + 60_000) } })
  expect(await underWayOf(lost)).toBe('return-waits')
  await db.approval.update({
    where: { id: approval.id },
    data: { state: 'APPLIED', decidedBy: 'op_2', decidedAt: new Date() },
  })
  const decided = { returnId, operatorId: 'op_2', reason: 'lost', withoutGoods: true }
  await inTransaction(db, tx => acceptReturn(tx, decided))
  expect(await underWayOf(lost)).toBe('return-goes-on')
  await db.incident.update({ where: { id: lost }, data: { resolvedAt: new Date(), resolution: 'went-on' } })
  expect(await underWayOf(lost)).toBeNull()
})

test('of a refused parcel whose return is accepted the goods are awaited, and other trouble of the order is not meant', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'RETURNED')
  expect(await underWayOf(await trouble(orderId, 'parcel-refused'))).toBe('return-coming')
  expect(await underWayOf(await trouble(orderId, 'dispute'))).toBeNull()
})

test('a delivery that waits while its order is being cancelled waits for that', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'CONFIRMED')
  const held = await trouble(orderId, 'saga-held')
  expect(await underWayOf(held)).toBeNull()
  await db.order.update({ where: { id: orderId }, data: { cancelling: true } })
  expect(await underWayOf(held)).toBe('cancelling')
})

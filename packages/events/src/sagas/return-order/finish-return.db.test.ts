import { newId } from '@makegood/core/ids'
import { inTransaction } from '@makegood/db/client'
import { acceptReturn } from '@makegood/db/return/decide-return'
import { requestReturn } from '@makegood/db/return/request-return'
import { applyCarrierEvent } from '@makegood/db/shipment/apply-carrier-event'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finishReturnStep } from './finish-return.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a lost parcel is nobody’s business any more once its order is refunded', async () => {
  const { db } = database
  const { orderId, owner } = await bringTestOrder(db, 'SHIPPING')
  const { shipmentRef } = await db.shipment.findFirstOrThrow({ where: { orderId } })
  await inTransaction(db, tx => applyCarrierEvent(tx, { shipmentRef, status: 'lost' }, 600))
  const returnId = newId('return', new Date())
  await inTransaction(db, async tx => {
    await requestReturn(tx, { orderId, owner, returnId, by: 'operator', reason: 'lost' })
    await acceptReturn(tx, { returnId, operatorId: 'usr_operator', reason: 'fine', withoutGoods: true })
  })
  await db.returnRequest.update({ where: { id: returnId }, data: { status: 'RECEIVED', receivedAt: new Date() } })
  expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({ needsAttention: true })

  const id = `return-order:${returnId}`
  const saga = { id, name: 'return-order', orderId, correlationId: 'cor_test', generation: 1, leaseSeconds: 30 }
  const data = { orderId, returnId, withoutGoods: true }
  if (finishReturnStep.reach !== 'local') throw new Error('finish-return is a local step')
  const { run } = finishReturnStep
  await inTransaction(db, tx => run(tx, { saga, data, results: {} }))
  expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({
    status: 'REFUNDED',
    needsAttention: false,
  })
  expect(await db.incident.findMany({ where: { orderId } })).toMatchObject([
    { kind: 'parcel-lost', resolution: 'went-on' },
  ])
})

import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelAsOperator } from '../cancellation/cancel-as-operator.ts'
import { inTransaction } from '../client.ts'
import { handOverAsOperator } from '../shipment/hand-over-as-operator.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { confirmAsOperator } from './confirm-as-operator.ts'
import { correctAddress } from './correct-address.ts'
import { getOperatorOrder } from './get-operator-order.ts'
import { getOrderStory } from './get-order-story.ts'
import { pauseOrder } from './pause-order.ts'
import { resumeOrder } from './resume-order.ts'

let database: TestDatabase
let operatorId: string
beforeAll(async () => {
  database = await createTestDatabase()
  operatorId = await createTestShopper(database.db)
})
afterAll(() => database.drop())

const pausedOrder = async (status: 'PAID' | 'PREPARING') => {
  const { orderId } = await bringTestOrder(database.db, status)
  const pauseId = newId('pause', new Date())
  await pauseOrder(database.db, { orderId, pauseId, operatorId, reason: 'fraud is asked about' })
  const resume = () => resumeOrder(database.db, { orderId, pauseId, operatorId, leaseSeconds: 30 })
  return { orderId, resume }
}
const rowOf = (orderId: string) => database.db.order.findUniqueOrThrow({ where: { id: orderId } })
const seen = async (orderId: string) => ({ orderId, seenVersion: (await rowOf(orderId)).version, operatorId })
const confirm = async (orderId: string) =>
  confirmAsOperator(database.db, { ...(await seen(orderId)), shippingStartSeconds: 600 })
const handOver = async (orderId: string) =>
  handOverAsOperator(database.db, { ...(await seen(orderId)), reason: 'no scan' })
const correct = async (orderId: string) => {
  const { recipient, phone, postcode, address1, address2, deliveryNote } = await rowOf(orderId)
  const was = { recipient, phone, postcode, address1, address2, deliveryNote }
  const address = { ...was, address2: '302' }
  await correctAddress(database.db, { orderId, operatorId, seen: was, address, reason: 'she called' })
}
const written = async (orderId: string) => ({
  order: await rowOf(orderId),
  parcels: await database.db.shipment.findMany({ where: { orderId } }),
  audits: await database.db.auditEntry.count({ where: { orderId } }),
  events: await database.db.outbox.count(),
})

test.each([
  ['confirmed', 'PAID', confirm],
  ['handed over', 'PREPARING', handOver],
  ['sent elsewhere', 'PAID', correct],
] as const)(
  'a paused order is not %s: nothing is written and nobody told; resumed it is',
  async (_what, status, act) => {
    const { orderId, resume } = await pausedOrder(status)
    const before = await written(orderId)
    await expect(act(orderId)).rejects.toMatchObject({ code: 'order-paused' })
    expect(await written(orderId)).toEqual(before)
    await resume()
    await act(orderId)
    expect(await rowOf(orderId)).not.toEqual(before.order)
  },
)

test('a pause that is being written while an order is confirmed comes first: who confirms waits for it, and is refused', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAID')
  const confirming = await inTransaction(database.db, async tx => {
    await tx.$queryRaw`select 1 from "order" where id = ${orderId} for update`
    const begun = Promise.allSettled([confirm(orderId)])
    const pauseId = newId('pause', new Date())
    await tx.$executeRaw`
      insert into order_pause (id, order_id, reason, paused_by) values (${pauseId}, ${orderId}, 'is it hers', ${operatorId})`
    return { begun }
  })
  expect(await confirming.begun).toMatchObject([{ reason: { code: 'order-paused' } }])
  expect((await rowOf(orderId)).status).toBe('PAID')
})

test('the page is told which acts a pause hinders; cancelling is taken and waits', async () => {
  const { orderId: paid } = await pausedOrder('PAID')
  const { orderId: packed } = await pausedOrder('PREPARING')
  const viewer = {
    ...{ id: operatorId, role: 'admin' as const },
    aloneUpTo: {
      refund: { supportMinor: 0n, financeMinor: 0n },
      'wallet-adjustment': { supportMinor: 0n, financeMinor: 0n },
    },
  }
  const { acts } = await getOperatorOrder(database.db, paid, 'en')
  expect([acts.confirm.refusal, acts.cancel.refusal]).toEqual(['order-paused', null])
  expect((await getOrderStory(database.db, paid, viewer)).correctAddress.refusal).toBe('order-paused')
  const story = await getOrderStory(database.db, packed, viewer)
  expect(story.handOver.refusal).toBe('order-paused')
  // Why it would not be possible without the pause either is told first.
  expect(story.correctAddress.refusal).toBe('address-on-label')
  const cancellationId = newId('cancellation', new Date())
  await cancelAsOperator(database.db, { ...(await seen(paid)), cancellationId, reason: 'fraud', note: '' })
  expect(await rowOf(paid)).toMatchObject({ status: 'PAID', cancelling: true })
})

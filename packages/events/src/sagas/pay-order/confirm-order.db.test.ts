import { policySchema, toPolicy } from '@makegood/core/policy'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { type BroughtOrder, bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmOrderStep } from './confirm-order.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const policy = toPolicy(policySchema.parse({}))

const confirm = async ({ orderId, paymentId }: BroughtOrder): Promise<unknown> => {
  const id = `pay-order:${paymentId}`
  const saga = { id, name: 'pay-order', orderId, correlationId: 'cor_test', generation: 1, leaseSeconds: 30 }
  const data = { orderId, paymentId, card: true, wallet: false, coupon: false }
  const step = confirmOrderStep(policy)
  if (step.reach !== 'local') throw new Error('confirm-order is a local step')
  return (await inTransaction(database.db, tx => step.run(tx, { saga, data, results: {} }))).result
}

const statusOf = async (orderId: string) =>
  (await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).status

test('a paid order that somebody wants cancelled is left for its cancelling to find as it was', async () => {
  const order = await bringTestOrder(database.db, 'PAID')
  const { orderId, owner } = order
  const cancellationId = newCancellationId()
  await inTransaction(database.db, tx =>
    requestCancellation(tx, { orderId, owner, cancellationId, by: 'shopper', policy }),
  )
  expect(await confirm(order)).toEqual({ confirmed: false, cancelling: true })
  expect(await statusOf(orderId)).toBe('PAID')
})

test('a paid order is confirmed once, its fulfilment begun once', async () => {
  const order = await bringTestOrder(database.db, 'PAID')
  expect(await confirm(order)).toEqual({ confirmed: true })
  expect(await confirm(order)).toEqual({ confirmed: false, status: 'CONFIRMED' })
  expect(await database.db.saga.count({ where: { id: `fulfil-order:${order.orderId}` } })).toBe(1)
})

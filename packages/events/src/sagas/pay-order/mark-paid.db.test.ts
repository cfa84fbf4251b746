import { policySchema, toPolicy } from '@makegood/core/policy'
import { inTransaction } from '@makegood/db/client'
import { markPaymentCharged } from '@makegood/db/payment/settle-payment'
import { confirmStock } from '@makegood/db/stock/confirm-stock'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markPaidStep } from './mark-paid.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** What a payment of 28,000 won comes to where orders of this many won wait for an operator. */
const pay = async (holdFromMinor: string) => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const id = `pay-order:${paymentId}`
  const saga = { id, name: 'pay-order', orderId, correlationId: 'cor_test', generation: 1, leaseSeconds: 30 }
  const data = { orderId, paymentId, card: true, wallet: false, coupon: false }
  const step = markPaidStep(toPolicy(policySchema.parse({ POLICY_HOLD_FROM_MINOR: holdFromMinor })))
  if (step.reach !== 'local') throw new Error('mark-paid is a local step')
  return await inTransaction(database.db, async tx => {
    await confirmStock(tx, orderId, paymentId)
    await markPaymentCharged(tx, paymentId, `ch_${paymentId}`)
    return await step.run(tx, { saga, data, results: {} })
  })
}

test.each([
  ['one won below what waits for an operator', '28001', false],
  ['exactly what waits for an operator', '28000', true],
  ['one won above it', '27999', true],
  ['an order where none waits', '0', false],
])('%s: paid, and held back or not', async (_what, holdFromMinor, held) => {
  expect(await pay(holdFromMinor)).toMatchObject({ outcome: 'done', result: { held } })
})

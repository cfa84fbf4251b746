import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { openPayment } from '../payment/open-payment.ts'
import { finishRefund } from '../refund/finish-refund.ts'
import { planRefund } from '../refund/plan-refund.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { changeWallet } from './change-wallet.ts'
import { creditRefund } from './credit-refund.ts'
import { debitPayment } from './debit-payment.ts'
import { undoPaymentDebit } from './undo-payment-debit.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** An order of 28,000 won, being paid: 10,000 by the wallet of a shopper who has this much, the rest by card. */
const openMixed = async (balanceMinor = 15_000n) => {
  const { db } = database
  const userId = await createTestShopper(db, { balanceMinor })
  const order = await seedReservedOrder(db, { userId })
  const paymentId = newId('payment', new Date())
  const request = { ...order, paymentId, walletMinor: 10_000n, paymentMethod: 'pm_card_visa', paymentSeconds: 600 }
  await openPayment(db, request)
  return { userId, orderId: order.orderId, paymentId }
}
const debit = (paymentId: string) => inTransaction(database.db, tx => debitPayment(tx, paymentId))
const undo = (paymentId: string) => inTransaction(database.db, tx => undoPaymentDebit(tx, paymentId))
const balanceOf = async (userId: string) =>
  (await database.db.wallet.findUniqueOrThrow({ where: { userId } })).balanceMinor
const read = async (paymentId: string) => ({
  payment: await database.db.payment.findUniqueOrThrow({ where: { id: paymentId } }),
  refunds: await database.db.refund.findMany({ where: { paymentId } }),
  told: await database.db.outbox.findMany({
    where: { name: 'payment/refunded', payload: { path: ['paymentId'], equals: paymentId } },
  }),
})

test('a wallet that was emptied after the payment was opened refuses the debit, and nothing is taken', async () => {
  const { userId, paymentId } = await openMixed(10_000n)
  const spend = {
    userId,
    kind: 'ADJUSTMENT',
    amountMinor: -1n,
    currency: 'KRW',
    key: `spent:${userId}`,
    orderId: null,
  } as const
  await inTransaction(database.db, tx => changeWallet(tx, spend))
  expect(await debit(paymentId)).toEqual({ outcome: 'wallet-too-low', balanceMinor: 9_999n })
  expect(await balanceOf(userId)).toBe(9_999n)
  expect(await undo(paymentId)).toBe(false)
})

test('a payment is debited once, also ten times at once', async () => {
  const { userId, orderId, paymentId } = await openMixed()
  const answers = await Promise.all(Array.from({ length: 10 }, () => debit(paymentId)))
  for (const answer of answers) expect(answer).toEqual({ outcome: 'debited', amountMinor: 10_000n })
  expect(await balanceOf(userId)).toBe(5_000n)
  expect(await database.db.walletEntry.findMany({ where: { userId, orderId } })).toMatchObject([
    { kind: 'PAYMENT', amountMinor: -10_000n, key: `payment:${paymentId}` },
  ])
})

test('a payment by card alone debits nothing', async () => {
  const order = await seedReservedOrder(database.db)
  const paymentId = newId('payment', new Date())
  await openPayment(database.db, { ...order, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  expect(await debit(paymentId)).toEqual({ outcome: 'nothing' })
})

test('an undo puts back what its own payment took, once, with its refund; a payment that took nothing gets nothing', async () => {
  const { userId, paymentId } = await openMixed()
  expect(await undo(paymentId)).toBe(false)
  await debit(paymentId)
  const answers = await Promise.all(Array.from({ length: 10 }, () => undo(paymentId)))
  expect(answers).toEqual(answers.map(() => true))
  expect(await balanceOf(userId)).toBe(15_000n)
  const { payment, refunds, told } = await read(paymentId)
  expect(payment).toMatchObject({ walletRefundedMinor: 10_000n, cardRefundedMinor: 0n, status: 'OPEN' })
  expect(refunds).toMatchObject([{ source: 'undo', leg: 'wallet', amountMinor: 10_000n, status: 'DONE' }])
  expect(told).toMatchObject([{ payload: { source: 'undo', leg: 'wallet' } }])
})

test('a leg that was given back in another way is not given back again by the undo', async () => {
  const { userId, paymentId } = await openMixed()
  await debit(paymentId)
  await database.db.payment.update({ where: { id: paymentId }, data: { walletRefundedMinor: 10_000n } })
  await expect(undo(paymentId)).rejects.toThrow('payment_refunds_at_most_what_it_took')
  expect(await balanceOf(userId)).toBe(5_000n)
})

test("a planned refund's wallet leg is credited once, however often it is tried", async () => {
  const { db } = database
  const { userId, orderId, paymentId } = await openMixed()
  await debit(paymentId)
  await db.payment.update({ where: { id: paymentId }, data: { status: 'SUCCEEDED', chargeRef: `pi_${paymentId}` } })
  const source = { source: 'cancellation', sourceId: newId('cancellation', new Date()) } as const
  await inTransaction(db, tx => planRefund(tx, orderId, source, 28_000n))
  const planned = await db.refund.findFirstOrThrow({ where: { paymentId, leg: 'wallet' } })
  const refund = { refundId: planned.id, userId, orderId, amountMinor: planned.amountMinor, currency: 'KRW' }
  await Promise.all(
    Array.from({ length: 5 }, () =>
      inTransaction(db, async tx => {
        await creditRefund(tx, refund)
        await finishRefund(tx, planned.id, null)
      }),
    ),
  )
  expect(await balanceOf(userId)).toBe(15_000n)
  expect((await read(paymentId)).told).toHaveLength(1)
})

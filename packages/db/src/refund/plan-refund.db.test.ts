import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { markPaymentFailed } from '../payment/settle-payment.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { expectWaiting } from '../testing/expect-waiting.ts'
import { finishRefund } from './finish-refund.ts'
import { getPlannedRefund } from './get-planned-refund.ts'
import { lockPaidPayment, planRefund } from './plan-refund.ts'
import { recordFullRefund } from './record-full-refund.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const total = 28_000n

/** An order of 28,000 won, of which the wallet paid so much. */
const paidOrder = async (walletMinor = 0n) => {
  const userId = await createTestShopper(database.db, { balanceMinor: 100_000n })
  return await bringTestOrder(database.db, 'PAID', { userId, walletMinor })
}
const source = (sourceId: string, of: 'cancellation' | 'return' = 'cancellation') => ({ source: of, sourceId })
const plan = (orderId: string, of: ReturnType<typeof source>, amountMinor: bigint) =>
  inTransaction(database.db, tx => planRefund(tx, orderId, of, amountMinor))
const refundsOf = async (orderId: string) =>
  (await database.db.refund.findMany({ where: { orderId }, orderBy: { leg: 'asc' } })).map(
    ({ leg, amountMinor, status }) => ({ leg, amountMinor, status }),
  )
const countersOf = async (paymentId: string) => {
  const { cardRefundedMinor, walletRefundedMinor } = await database.db.payment.findUniqueOrThrow({
    where: { id: paymentId },
  })
  return { card: cardRefundedMinor, wallet: walletRefundedMinor }
}
const planned = (leg: string, amountMinor: bigint) => ({ leg, amountMinor, status: 'PLANNED' })

test('more than is left is never planned, whichever refund asks first', async () => {
  const { orderId, paymentId } = await paidOrder(8_000n)
  await expect(plan(orderId, source('can_1'), total + 1n)).rejects.toThrow('more than is left')
  await plan(orderId, source('ret_1', 'return'), 20_001n)
  await expect(plan(orderId, source('can_2'), 8_000n)).rejects.toThrow('more than is left')
  expect(await refundsOf(orderId)).toEqual([planned('card', 20_000n), planned('wallet', 1n)])
  expect(await countersOf(paymentId)).toEqual({ card: 20_000n, wallet: 1n })
  await plan(orderId, source('can_2'), 7_999n)
  expect(await countersOf(paymentId)).toEqual({ card: 20_000n, wallet: 8_000n })
})

test('refunds planned at once never give back more than was taken', async () => {
  const { orderId, paymentId } = await paidOrder(8_000n)
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, nr) => plan(orderId, source(`ret_${orderId}_${nr}`, 'return'), 9_000n)),
  )
  expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(3)
  const { card, wallet } = await countersOf(paymentId)
  expect(card + wallet).toBe(27_000n)
  const sum = (await refundsOf(orderId)).reduce((minor, refund) => minor + refund.amountMinor, 0n)
  expect(sum).toBe(27_000n)
})

test('a refund that waits for another one is split by what that one leaves', async () => {
  const { orderId } = await paidOrder(8_000n)
  const [second] = await database.db.$transaction(async tx => {
    await planRefund(tx, orderId, source('ret_first', 'return'), 15_000n)
    const waiting = plan(orderId, source('can_second'), 12_000n)
    await expectWaiting(database.db, 1)
    return [waiting]
  })
  await second
  expect(await refundsOf(orderId)).toEqual(
    expect.arrayContaining([planned('card', 15_000n), planned('card', 5_000n), planned('wallet', 7_000n)]),
  )
})

test('the database itself refuses a leg that would give back more than it took', async () => {
  const { paymentId } = await paidOrder(8_000n)
  const set = (data: { cardRefundedMinor?: bigint; walletRefundedMinor?: bigint }) =>
    database.db.payment.update({ where: { id: paymentId }, data })
  for (const data of [
    { cardRefundedMinor: 20_001n },
    { walletRefundedMinor: 8_001n },
    { cardRefundedMinor: -1n },
    { walletRefundedMinor: -1n },
  ])
    await expect(set(data)).rejects.toThrow('payment_refunds_at_most_what_it_took')
})

test('one source plans once, however often and at once: nothing more is owed, in whatever legs', async () => {
  const { orderId, paymentId } = await paidOrder(8_000n)
  await Promise.all(Array.from({ length: 5 }, () => plan(orderId, source('can_once'), 15_000n)))
  await plan(orderId, source('can_once'), 15_000n)
  await plan(orderId, source('can_once'), 28_000n)
  expect(await refundsOf(orderId)).toEqual([planned('card', 15_000n)])
  expect(await countersOf(paymentId)).toEqual({ card: 15_000n, wallet: 0n })
})

test('money goes back the way it came: the card first, what it cannot take to the wallet', async () => {
  const cardOnly = await paidOrder()
  await plan(cardOnly.orderId, source('can_card'), total)
  expect(await refundsOf(cardOnly.orderId)).toEqual([planned('card', total)])

  const mixed = await paidOrder(8_000n)
  await plan(mixed.orderId, source('can_mixed'), 26_600n)
  expect(await refundsOf(mixed.orderId)).toEqual([planned('card', 20_000n), planned('wallet', 6_600n)])
})

test('where nothing was paid, or nothing is owed, nothing is planned', async () => {
  const reserved = await bringTestOrder(database.db, 'STOCK_RESERVED')
  expect(await inTransaction(database.db, tx => lockPaidPayment(tx, reserved.orderId))).toBeNull()
  await plan(reserved.orderId, source('can_unpaid'), 1_000n)
  const failed = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const declined = { status: 'DECLINED', reason: 'card-declined', gatewayCode: 'card_declined' } as const
  await markPaymentFailed(database.db, { paymentId: failed.paymentId, ...declined })
  await plan(failed.orderId, source('can_failed'), 1_000n)
  const paid = await paidOrder()
  await plan(paid.orderId, source('can_nothing'), 0n)
  for (const { orderId } of [reserved, failed, paid]) expect(await refundsOf(orderId)).toEqual([])
})

test('a planned refund is found with what is needed to do it, and done once with its event', async () => {
  const { orderId, paymentId, owner } = await paidOrder(8_000n)
  const of = source('can_done')
  await plan(orderId, of, 26_600n)
  const refund = await getPlannedRefund(database.db, of, 'card')
  expect(refund).toMatchObject({
    orderId,
    paymentId,
    amountMinor: 20_000n,
    currency: 'KRW',
    chargeRef: `ch_${paymentId}`,
    userId: owner.userId,
  })
  await Promise.all(
    [1, 2, 3].map(() => inTransaction(database.db, tx => finishRefund(tx, refund?.id ?? '', 're_done'))),
  )
  expect(await getPlannedRefund(database.db, of, 'card')).toBeNull()
  expect(await getPlannedRefund(database.db, of, 'wallet')).toMatchObject({ amountMinor: 6_600n })
  const told = await database.db.outbox.findMany({
    where: { name: 'payment/refunded', payload: { path: ['paymentId'], equals: paymentId } },
  })
  const amount = { amountMinor: '20000', currency: 'KRW' }
  expect(told).toMatchObject([{ payload: { orderId, source: 'cancellation', leg: 'card', amount } }])
})

test('a charge that was given back whole is recorded once; the same again changes nothing, another reference is refused', async () => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const refund = { paymentId, source: 'undo', chargeRef: `ch_${paymentId}`, refundRef: `re_${paymentId}` } as const
  const record = (changes: Partial<typeof refund> | { refundRef: string } = {}) =>
    inTransaction(database.db, tx => recordFullRefund(tx, { ...refund, ...changes }))
  await record()
  const settled = await database.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
  expect(settled).toMatchObject({ status: 'REFUNDED', cardRefundedMinor: total, settledAt: expect.any(Date) })
  await record()
  await expect(record({ refundRef: 're_other' })).rejects.toThrow('cannot become refunded')
  expect(await database.db.payment.findUniqueOrThrow({ where: { id: paymentId } })).toEqual(settled)
  expect(await refundsOf(orderId)).toEqual([{ leg: 'card', amountMinor: total, status: 'DONE' }])
  expect(
    await database.db.outbox.count({
      where: { name: 'payment/refunded', payload: { path: ['orderId'], equals: orderId } },
    }),
  ).toBe(1)
})

test('a late charge is recorded as given back on the attempt that was given up, and on no other', async () => {
  const late = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const live = await paidOrder()
  const refundOf = (paymentId: string) =>
    ({ paymentId, source: 'late', chargeRef: `ch_${paymentId}`, refundRef: `re_${paymentId}` }) as const
  const record = (paymentId: string) => inTransaction(database.db, tx => recordFullRefund(tx, refundOf(paymentId)))
  await expect(record(late.paymentId)).rejects.toThrow('cannot become refunded')
  await expect(record(live.paymentId)).rejects.toThrow('cannot become refunded')
  const declined = { status: 'DECLINED', reason: 'card-declined', gatewayCode: 'card_declined' } as const
  await markPaymentFailed(database.db, { paymentId: late.paymentId, ...declined })
  await record(late.paymentId)
  expect(await database.db.payment.findUniqueOrThrow({ where: { id: late.paymentId } })).toMatchObject({
    status: 'REFUNDED',
    failureReason: 'card-declined',
    refundRef: `re_${late.paymentId}`,
  })
  expect(await refundsOf(live.orderId)).toEqual([])
})

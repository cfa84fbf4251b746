import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { createTestCampaign } from '../testing/create-test-campaign.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { recordClaim } from './record-claim.ts'
import { giveCouponBack, redeemCoupon, undoRedeemCoupon } from './redeem-coupon.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const newPaymentId = () => newId('payment', new Date())

/** A shopper with a coupon of ten percent and an order that has it (28,000 won of goods). */
const placeWithCoupon = async () => {
  const { db } = database
  const userId = await createTestShopper(db)
  const campaignId = await createTestCampaign(db)
  const claimId = newId('claim', new Date())
  await recordClaim(db, { campaignId, userId, claimId, correlationId: 'cor_test' })
  const coupon = { claimId, discountMinor: 2_800n }
  const { orderId } = await placeTestOrder(db, { userId, coupon })
  return { userId, campaignId, claimId, coupon, orderId }
}
const redeem = (orderId: string, paymentId = newPaymentId()) =>
  inTransaction(database.db, tx => redeemCoupon(tx, { orderId, paymentId }))
const undo = (orderId: string, paymentId: string) =>
  inTransaction(database.db, tx => undoRedeemCoupon(tx, { orderId, paymentId }))
const read = (claimId: string) => database.db.couponClaim.findUniqueOrThrow({ where: { id: claimId } })
const cancel = async (orderId: string) => {
  const { version } = await getOrderState(database.db, orderId)
  const move = { from: 'PENDING', reason: 'stock-insufficient', mover: 'system' } as const
  await transitionOrder(database.db, { ...move, orderId, version, events: [] })
}

test('of ten payments at once exactly one redeems the coupon, the others are refused', async () => {
  const { orderId, claimId } = await placeWithCoupon()
  const payments = Array.from({ length: 10 }, newPaymentId)
  const answers = await Promise.all(payments.map(paymentId => redeem(orderId, paymentId)))
  const winner = answers.findIndex(answer => answer.outcome === 'redeemed')
  expect(answers.filter(answer => answer.outcome === 'refused')).toHaveLength(9)
  expect(await read(claimId)).toMatchObject({ status: 'REDEEMED', orderId, paymentId: payments[winner] })
})

test('the same payment again gets the same answer and changes nothing', async () => {
  const { orderId, claimId } = await placeWithCoupon()
  const paymentId = newPaymentId()
  expect(await redeem(orderId, paymentId)).toMatchObject({ outcome: 'redeemed', coupon: { claimId, redeemed: true } })
  const before = await read(claimId)
  expect(await redeem(orderId, paymentId)).toMatchObject({ outcome: 'redeemed' })
  expect(await read(claimId)).toEqual(before)
})

test('an order without a coupon redeems none', async () => {
  const { orderId } = await placeTestOrder(database.db)
  expect(await redeem(orderId)).toEqual({ outcome: 'none' })
})

test('an undo gives back only what its own payment redeemed, once, and the order keeps the coupon for its next payment', async () => {
  const { orderId, claimId } = await placeWithCoupon()
  const [first, second] = [newPaymentId(), newPaymentId()]
  expect(await undo(orderId, first)).toBeNull()
  await redeem(orderId, first)
  expect(await undo(orderId, first)).toMatchObject({ claimId, redeemed: false })
  expect(await read(claimId)).toMatchObject({ status: 'CLAIMED', orderId, paymentId: null, redeemedAt: null })
  expect(await redeem(orderId, second)).toMatchObject({ outcome: 'redeemed' })
  expect(await undo(orderId, first)).toBeNull()
  expect(await read(claimId)).toMatchObject({ status: 'REDEEMED', paymentId: second })
})

test('an order that gives its coupon back gives it once, and never one that another order has by then', async () => {
  const { db } = database
  const { orderId, claimId, coupon, userId } = await placeWithCoupon()
  await redeem(orderId)
  const giveBack = () => inTransaction(db, tx => giveCouponBack(tx, orderId))
  expect(await giveBack()).toMatchObject({ claimId, redeemed: false })
  expect(await read(claimId)).toMatchObject({ status: 'CLAIMED', orderId: null, paymentId: null })
  expect(await giveBack()).toBeNull()
  const next = await placeTestOrder(db, { userId, coupon })
  await redeem(next.orderId)
  expect(await giveBack()).toBeNull()
  expect(await read(claimId)).toMatchObject({ status: 'REDEEMED', orderId: next.orderId })
  expect(await redeem(orderId)).toEqual({ outcome: 'refused' })
})

test('a coupon is free again once the order that had it is cancelled, and not before', async () => {
  const { db } = database
  const { orderId, coupon, userId } = await placeWithCoupon()
  await expect(placeTestOrder(db, { userId, coupon })).rejects.toMatchObject({ code: 'coupon-in-use' })
  await cancel(orderId)
  const next = await placeTestOrder(db, { userId, coupon })
  expect(await read(coupon.claimId)).toMatchObject({ orderId: next.orderId, status: 'CLAIMED' })
})

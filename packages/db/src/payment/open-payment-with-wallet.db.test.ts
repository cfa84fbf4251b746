import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordClaim } from '../coupon/record-claim.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { createTestCampaign } from '../testing/create-test-campaign.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { openPayment } from './open-payment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A reserved order of 28,000 won of a shopper with this much in the wallet. */
const reserve = async (balanceMinor: bigint) => {
  const userId = await createTestShopper(database.db, { balanceMinor })
  return { userId, ...(await seedReservedOrder(database.db, { userId })) }
}
type Reserved = Awaited<ReturnType<typeof seedReservedOrder>>
const open = (order: Reserved, walletMinor: bigint, paymentMethod: string | null = 'pm_card_visa') => {
  const paymentId = newId('payment', new Date())
  return openPayment(database.db, { ...order, paymentId, walletMinor, paymentMethod, paymentSeconds: 600 })
}
const expectRefusal = async (attempt: Promise<unknown>, { orderId }: Reserved, refusal: Record<string, unknown>) => {
  await expect(attempt).rejects.toMatchObject(refusal)
  expect(await database.db.payment.count({ where: { orderId } })).toBe(0)
  expect(await database.db.order.findUnique({ where: { id: orderId } })).toMatchObject({ status: 'STOCK_RESERVED' })
}
const requestOf = (paymentId: string) =>
  database.db.outbox.findFirst({
    where: { name: 'order/payment.requested', payload: { path: ['paymentId'], equals: paymentId } },
  })

test('a wallet that holds less than it shall pay is refused with what it holds', async () => {
  const order = await reserve(9_999n)
  await expectRefusal(open(order, 10_000n), order, { code: 'wallet-too-low', details: { balanceMinor: '9999' } })
  const poor = await reserve(0n)
  await expectRefusal(open(poor, 1n), poor, { code: 'wallet-too-low', details: { balanceMinor: '0' } })
})

test('a card is needed exactly where the wallet leaves a rest, and a wallet never pays more than the total', async () => {
  const order = await reserve(50_000n)
  const refusal = (reason: string) => ({ code: 'invalid-input', details: { reason } })
  await expectRefusal(open(order, 10_000n, null), order, refusal('card-needed'))
  await expectRefusal(open(order, 0n, null), order, refusal('card-needed'))
  await expectRefusal(open(order, 28_000n), order, refusal('card-not-needed'))
  await expectRefusal(open(order, 28_001n), order, refusal('wallet-above-total'))
  await expectRefusal(open(order, 28_001n, null), order, refusal('wallet-above-total'))
})

test('a guest has no wallet, and a wallet pays no order that was placed as a guest', async () => {
  const guest = await seedReservedOrder(database.db)
  await expectRefusal(open(guest, 1_000n), guest, { code: 'sign-in-required' })
  const userId = await createTestShopper(database.db, { balanceMinor: 50_000n })
  const signedIn = { ...guest, owner: { ...guest.owner, userId } }
  await expectRefusal(open(signedIn, 1_000n), guest, { details: { reason: 'order-of-a-guest' } })
})

test('wallet and card together are the total, and the saga is told which legs there are', async () => {
  const order = await reserve(50_000n)
  const { paymentId } = await open(order, 10_000n)
  expect(await database.db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({
    amountMinor: 28_000n,
    walletMinor: 10_000n,
    cardMinor: 18_000n,
    paymentMethod: 'pm_card_visa',
  })
  expect(await requestOf(paymentId)).toMatchObject({ payload: { card: true, wallet: true, coupon: false } })
})

test('a wallet alone needs no card', async () => {
  const order = await reserve(28_000n)
  const { paymentId } = await open(order, 28_000n, null)
  expect(await database.db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({
    cardMinor: 0n,
    walletMinor: 28_000n,
    paymentMethod: null,
  })
  expect(await requestOf(paymentId)).toMatchObject({ payload: { card: false, wallet: true } })
})

test('an order that its coupon covers is paid by neither', async () => {
  const { db } = database
  const userId = await createTestShopper(db)
  const campaignId = await createTestCampaign(db, { percent: 100 })
  const claimId = newId('claim', new Date())
  await recordClaim(db, { campaignId, userId, claimId, correlationId: 'cor_test' })
  const order = await seedReservedOrder(db, { userId, coupon: { claimId, discountMinor: 28_000n } })
  await expectRefusal(open(order, 0n), order, { details: { reason: 'card-not-needed' } })
  const { paymentId } = await open(order, 0n, null)
  expect(await requestOf(paymentId)).toMatchObject({ payload: { card: false, wallet: false, coupon: true } })
})

import { newId } from '@makegood/core/ids'
import { inTransaction } from '@makegood/db/client'
import { claimCoupon } from '@makegood/db/coupon/claim-coupon'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { openPayment } from '@makegood/db/payment/open-payment'
import { readCampaign } from '@makegood/db/redis/coupon-claims'
import { createTestCampaign } from '@makegood/db/testing/create-test-campaign'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { changeWallet } from '@makegood/db/wallet/change-wallet'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../../test/start-saga-stand.ts'
import { couponStoresOf } from '../../coupon/coupon-stores-of.ts'

let stand: SagaStand

beforeAll(async () => {
  stand = await startSagaStand()
}, 60_000)
afterEach(async () => {
  await stand.clearFaults()
  expect(await checkInvariants(stand.db)).toEqual([])
})
afterAll(() => stand.stop())

/** A shopper with 20,000 won in the wallet and an order of 28,000 won, less ten percent by coupon: 25,200. */
const reserveWithCoupon = async (percent = 10) => {
  const userId = await createTestShopper(stand.db, { balanceMinor: 20_000n })
  const campaignId = await createTestCampaign(stand.db, { percent })
  const claim = { campaignId, userId, claimId: newId('claim', new Date()), correlationId: 'cor_test' }
  const { claimId } = await claimCoupon(couponStoresOf(stand.deps), claim)
  const discountMinor = (28_000n * BigInt(percent)) / 100n
  const order = await stand.reservedOrder({ userId, coupon: { claimId, discountMinor } })
  return { ...order, userId, campaignId, claimId }
}
const balanceOf = async (userId: string) =>
  (await stand.db.wallet.findUniqueOrThrow({ where: { userId } })).balanceMinor
const claimOf = (id: string) => stand.db.couponClaim.findUniqueOrThrow({ where: { id } })
const stepsOf = async (paymentId: string) =>
  (await stand.db.sagaStep.findMany({ where: { sagaId: `pay-order:${paymentId}` }, orderBy: { position: 'asc' } })).map(
    step => `${step.stepId}:${step.status}${step.undoStatus ? `:undo ${step.undoStatus}` : ''}`,
  )
const stockOf = async (orderId: string) => {
  const { variantId } = await stand.db.orderLine.findFirstOrThrow({ where: { orderId } })
  const { available, reserved, sold } = await stand.db.stock.findUniqueOrThrow({ where: { variantId } })
  return { available, reserved, sold }
}
const expectInRedis = (campaignId: string, claim: Record<string, unknown>) =>
  vi.waitFor(async () => expect((await readCampaign(stand.deps.redis, campaignId))?.claims).toMatchObject([claim]))

test('a declined card puts the wallet leg, the coupon and the stock back, each on its own; another card pays the same order', async () => {
  const { userId, claimId, campaignId, orderId, ...order } = await reserveWithCoupon()
  const declined = await stand.pay({ orderId, ...order }, 'pm_card_chargeDeclined', 10_000n)
  await stand.waitForSaga(`pay-order:${declined}`, 'UNDONE')
  expect(await stepsOf(declined)).toEqual([
    'confirm-stock:DONE:undo DONE',
    'redeem-coupon:DONE:undo DONE',
    'debit-wallet:DONE:undo DONE',
    'charge-card:REFUSED',
    'put-order-back:DONE',
  ])
  expect(await balanceOf(userId)).toBe(20_000n)
  expect(await claimOf(claimId)).toMatchObject({ status: 'CLAIMED', orderId, paymentId: null })
  await expectInRedis(campaignId, { claimId, redeemed: false })
  expect(await stockOf(orderId)).toEqual({ available: 9, reserved: 1, sold: 0 })
  expect(await stand.db.payment.findUniqueOrThrow({ where: { id: declined } })).toMatchObject({
    status: 'DECLINED',
    walletRefundedMinor: 10_000n,
  })

  const paid = await stand.pay({ orderId, ...order }, 'pm_card_visa', 10_000n)
  await stand.waitForStatus(orderId, 'PREPARING')
  expect(await balanceOf(userId)).toBe(10_000n)
  expect(await claimOf(claimId)).toMatchObject({ status: 'REDEEMED', orderId, paymentId: paid })
  await expectInRedis(campaignId, { claimId, redeemed: true })
  const charges = (await stand.ask(`/sandbox/charges?orderId=${orderId}`)) as { charges: { amount: number }[] }
  expect(charges.charges.find(charge => charge.amount === 15_200)).toBeDefined()
  expect(await stand.chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
})

test('a wallet that was emptied meanwhile: nothing is charged, the coupon and the stock go back, and the page can say why', async () => {
  const { userId, claimId, orderId, ...order } = await reserveWithCoupon()
  const paymentId = await payAfterSpending({ orderId, ...order }, userId)
  await stand.waitForSaga(`pay-order:${paymentId}`, 'UNDONE')
  expect(await stepsOf(paymentId)).toEqual([
    'confirm-stock:DONE:undo DONE',
    'redeem-coupon:DONE:undo DONE',
    'debit-wallet:REFUSED',
    'put-order-back:DONE',
  ])
  expect(await stand.chargesOf(orderId)).toMatchObject({ count: 0, failed: 0 })
  expect(await claimOf(claimId)).toMatchObject({ status: 'CLAIMED', paymentId: null })
  const history = await stand.db.orderHistory.findMany({ where: { orderId }, orderBy: { version: 'desc' } })
  expect(history[0]).toMatchObject({ toStatus: 'STOCK_RESERVED', details: { reason: 'wallet-too-low' } })
})

test('a wallet alone pays without a card, and a coupon that covers all pays without either', async () => {
  const { userId, orderId, ...order } = await reserveWithCoupon(50)
  const byWallet = await stand.pay({ orderId, ...order }, null, 14_000n)
  await stand.waitForStatus(orderId, 'PREPARING')
  expect(await stepsOf(byWallet)).toEqual([
    'confirm-stock:DONE',
    'redeem-coupon:DONE',
    'debit-wallet:DONE',
    'mark-paid:DONE',
    'confirm-order:DONE',
  ])
  expect(await balanceOf(userId)).toBe(6_000n)

  const free = await reserveWithCoupon(100)
  await stand.pay(free, null)
  await stand.waitForStatus(free.orderId, 'PREPARING')
  expect(await stand.chargesOf(free.orderId)).toMatchObject({ count: 0 })
  expect(await claimOf(free.claimId)).toMatchObject({ status: 'REDEEMED' })
})

test('a cancelled order gives each leg back the way it came, and its coupon to its shopper', async () => {
  const { userId, claimId, campaignId, orderId, ...order } = await reserveWithCoupon()
  await stand.pay({ orderId, ...order }, 'pm_card_visa', 10_000n)
  await stand.waitForStatus(orderId, 'PREPARING')
  const cancellationId = await stand.cancel({ orderId, ...order }, 'operator')
  await stand.waitForSaga(`cancel-order:${cancellationId}`, 'COMPLETED')
  expect(await balanceOf(userId)).toBe(20_000n)
  expect(await stand.chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 15_200 })
  expect(await stand.db.refund.findMany({ where: { orderId }, orderBy: { leg: 'asc' } })).toMatchObject([
    { leg: 'card', amountMinor: 15_200n, status: 'DONE' },
    { leg: 'wallet', amountMinor: 10_000n, status: 'DONE' },
  ])
  expect(await claimOf(claimId)).toMatchObject({ status: 'CLAIMED', orderId: null })
  await expectInRedis(campaignId, { claimId, redeemed: false })
  expect(await stockOf(orderId)).toEqual({ available: 10, reserved: 0, sold: 0 })
})

test('Redis that is emptied while orders are paid changes nothing of what is redeemed', async () => {
  const { claimId, campaignId, orderId, ...order } = await reserveWithCoupon()
  await stand.deps.redis.del(`coupon:{${campaignId}}`)
  await stand.pay({ orderId, ...order }, 'pm_card_visa')
  await stand.waitForStatus(orderId, 'PREPARING')
  expect(await claimOf(claimId)).toMatchObject({ status: 'REDEEMED' })
  const again = { campaignId, claimId: newId('claim', new Date()), correlationId: 'cor_test' }
  const userId = await createTestShopper(stand.db)
  await claimCoupon(couponStoresOf(stand.deps), { ...again, userId })
  expect((await readCampaign(stand.deps.redis, campaignId))?.claims).toContainEqual(
    expect.objectContaining({ claimId, redeemed: true }),
  )
})

/** Opens a payment by wallet and card, and empties the wallet before its saga can know of it. */
const payAfterSpending = async (order: Parameters<SagaStand['pay']>[0], userId: string): Promise<string> => {
  const paymentId = newId('payment', new Date())
  const legs = { walletMinor: 10_000n, paymentMethod: 'pm_card_visa', paymentSeconds: 600 }
  const spend = { userId, kind: 'ADJUSTMENT', amountMinor: -15_000n, currency: 'KRW' } as const
  await inTransaction(stand.db, async tx => {
    await openPayment(tx, { ...order, ...legs, paymentId })
    await changeWallet(tx, { ...spend, key: `spent:${userId}`, orderId: null })
  })
  stand.outbox.nudge()
  return paymentId
}

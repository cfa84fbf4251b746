import { type OrderStatus, orderStatuses } from '@makegood/core/order/order-states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Prisma } from '../generated/prisma/client.ts'
import { type BroughtOrder, bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestCampaign } from '../testing/create-test-campaign.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { checkInvariants, countUnfinished } from './check-invariants.ts'
import { couponInvariants } from './coupon-invariants.ts'
import { moneyInvariants } from './money-invariants.ts'
import { orderInvariants } from './order-invariants.ts'
import { sagaInvariants } from './saga-invariants.ts'
import { stockInvariants } from './stock-invariants.ts'
import { walletInvariants } from './wallet-invariants.ts'

let database: TestDatabase
let shop: Readonly<Record<OrderStatus, BroughtOrder>>
let userId: string
let campaignId: string

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  userId = await createTestShopper(db, { balanceMinor: 50_000n })
  campaignId = await createTestCampaign(db)
  const orders = []
  for (const status of orderStatuses) orders.push([status, await bringTestOrder(db, status)] as const)
  await bringTestOrder(db, 'PAID', { userId, walletMinor: 8_000n })
  shop = Object.fromEntries(orders) as typeof shop
})
afterAll(() => database.drop())

type Tx = Prisma.TransactionClient
class RolledBack extends Error {}

/** The invariants that this breaks, seen before it is rolled back. */
const breachedBy = async (breaking: (tx: Tx) => Promise<unknown>): Promise<readonly string[]> => {
  let names: readonly string[] = []
  const work = database.db.$transaction(async tx => {
    await breaking(tx)
    names = (await checkInvariants(tx)).map(breach => breach.invariant)
    throw new RolledBack()
  })
  await expect(work).rejects.toBeInstanceOf(RolledBack)
  return names
}

const refundOf = (
  { orderId, paymentId }: BroughtOrder,
  leg: 'card' | 'wallet',
  status: 'PLANNED' | 'DONE' | 'FAILED',
) => ({
  id: `ref_${leg}`,
  orderId,
  paymentId,
  source: 'return',
  sourceId: 'ret_x',
  leg,
  amountMinor: 1n,
  currency: 'KRW',
  status,
})
const claimOf = (status: 'CLAIMED' | 'REDEEMED', of: Partial<BroughtOrder> = {}) => ({
  id: 'clm_x',
  campaignId,
  userId,
  status,
  orderId: of.orderId ?? null,
  paymentId: status === 'REDEEMED' ? (of.paymentId ?? null) : null,
})
const stepOf = ({ orderId }: BroughtOrder, undoStatus: 'FAILED' | null) => ({
  sagaId: `reserve-order:${orderId}`,
  stepId: 'reserve-stock',
  position: 1,
  kind: 'undoable',
  status: 'DONE',
  undoStatus,
})
const endSagas = (tx: Tx, { orderId }: BroughtOrder, status: string) =>
  tx.saga.updateMany({ where: { orderId }, data: { status } })
const variantOf = async (tx: Tx, { orderId }: BroughtOrder) =>
  (await tx.orderLine.findFirstOrThrow({ where: { orderId } })).variantId

/** One way to break each invariant; where the database itself refuses it at the commit, it is seen before. */
const breaks: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  'the history leads without a gap, by moves of the table, to the state of its order': tx =>
    tx.orderHistory.create({
      data: { orderId: shop.PAID.orderId, version: 9, toStatus: 'PAID', reason: 'paid', mover: 'system' },
    }),
  'an order is the sum of its lines, and its discount the sum of their shares': tx =>
    tx.order.update({ where: { id: shop.PENDING.orderId }, data: { totalMinor: 1n, goodsMinor: 1n } }),
  'an order that waits for somebody has a limit that ends its waiting': tx =>
    tx.orderLimit.updateMany({
      where: { orderId: shop.STOCK_RESERVED.orderId },
      data: { settledAt: new Date(), outcome: 'moot' },
    }),
  'an order in somebody’s hands has its parcel': tx =>
    tx.shipment.updateMany({ where: { orderId: shop.SHIPPING.orderId }, data: { status: 'CANCELLED' } }),
  'a cancellation that was carried out cancelled its order, and one that was refused did not': tx =>
    tx.cancellation.create({
      data: {
        id: 'can_x',
        orderId: shop.CONFIRMED.orderId,
        fromStatus: 'PAID',
        status: 'DONE',
        reason: 'asked',
        mover: 'shopper',
      },
    }),
  'an order is marked as being cancelled exactly while such a request is open': tx =>
    tx.order.update({ where: { id: shop.PAID.orderId }, data: { cancelling: true } }),
  'the units in returns that were not rejected are counted on their lines': tx =>
    tx.orderLine.updateMany({ where: { orderId: shop.DELIVERED.orderId }, data: { returnQuantity: 1 } }),
  'an order is RETURNED or REFUNDED exactly where all of it was accepted back': tx =>
    tx.returnRequest.updateMany({ where: { orderId: shop.RETURNED.orderId }, data: { status: 'REQUESTED' } }),
  'reserved, sold and written-off stock is what the reservations say': async tx =>
    tx.stock.update({
      where: { variantId: await variantOf(tx, shop.PENDING) },
      data: { available: 9, reserved: 1 },
    }),
  'an order holds stock exactly while its state says so': tx =>
    tx.stockReservation.updateMany({ where: { orderId: shop.PAID.orderId }, data: { status: 'RELEASED' } }),
  'what came back to the stock is what the finished returns say': tx =>
    tx.stockReservation.updateMany({ where: { orderId: shop.DELIVERED.orderId }, data: { restocked: 1 } }),
  'a paid order has exactly one payment that took its total': tx =>
    tx.payment.update({ where: { id: shop.PREPARING.paymentId }, data: { status: 'FAILED' } }),
  'no payment keeps money of an order that is not paid, and none stays open': tx =>
    tx.payment.create({
      data: {
        id: 'pay_x',
        orderId: shop.PENDING.orderId,
        attempt: 1,
        status: 'SUCCEEDED',
        amountMinor: 1n,
        cardMinor: 1n,
        currency: 'KRW',
        paymentMethod: 'pm_x',
      },
    }),
  'what went back is what was owed: all but the fee of a cancelled order, the lines of each return, and what operators gave back':
    tx => tx.refund.create({ data: refundOf(shop.CONFIRMED, 'card', 'DONE') }),
  'a return is worth its lines, and the delivery with all of an order that went back through the shop’s fault': tx =>
    tx.returnRequest.updateMany({ where: { orderId: shop.RETURNED.orderId }, data: { refundMinor: 27_999n } }),
  'the counters of a payment are the sums of its refunds': tx =>
    tx.payment.update({ where: { id: shop.PAID.paymentId }, data: { cardRefundedMinor: 1n } }),
  'no refund is left undone that nobody sees': async tx => {
    await tx.refund.create({ data: refundOf(shop.CONFIRMED, 'card', 'PLANNED') })
    await endSagas(tx, shop.CONFIRMED, 'COMPLETED')
  },
  'a refund that did not arrive is owed, in front of a person until it is done': tx =>
    tx.refund.create({ data: refundOf(shop.CONFIRMED, 'card', 'FAILED') }),
  'a wallet is the sum of its ledger': tx => tx.wallet.update({ where: { userId }, data: { balanceMinor: 1n } }),
  'the wallet paid exactly the wallet legs of the payments that succeeded': tx =>
    tx.payment.update({ where: { id: shop.PAID.paymentId }, data: { cardMinor: 27_999n, walletMinor: 1n } }),
  'a wallet refund that is done is in the ledger, once': tx =>
    tx.refund.create({ data: refundOf(shop.CONFIRMED, 'wallet', 'DONE') }),
  'a top-up is in the ledger exactly where its charge stands': tx =>
    tx.walletTopUp.create({
      data: {
        id: 'top_x',
        userId,
        amountMinor: 1_000n,
        currency: 'KRW',
        paymentMethod: 'pm_x',
        status: 'SUCCEEDED',
        correlationId: 'cor_test',
      },
    }),
  'a campaign has issued what its claims say': tx =>
    tx.couponCampaign.update({ where: { id: campaignId }, data: { claimed: 1 } }),
  'a redeemed coupon belongs to the payment that paid its order': tx =>
    tx.couponClaim.create({ data: claimOf('REDEEMED', shop.CANCELLED) }),
  'a paid order with a coupon has redeemed it': async tx => {
    await tx.couponClaim.create({ data: claimOf('CLAIMED', shop.PAID) })
    await tx.order.update({ where: { id: shop.PAID.orderId }, data: { couponClaimId: 'clm_x' } })
  },
  'a saga that waits for a person is in front of one, and one that ended well is not': tx =>
    endSagas(tx, shop.PENDING, 'NEEDS_ATTENTION'),
  'an undo that failed is in front of a person': async tx => {
    await tx.sagaStep.create({ data: stepOf(shop.CANCELLED, 'FAILED') })
    await endSagas(tx, shop.CANCELLED, 'NEEDS_ATTENTION')
  },
  'everything that was begun of an undone saga is undone': async tx => {
    await tx.sagaStep.create({ data: stepOf(shop.CANCELLED, null) })
    await endSagas(tx, shop.CANCELLED, 'UNDONE')
  },
  'an order needs attention exactly while one of its incidents is open': tx =>
    tx.order.update({ where: { id: shop.PAID.orderId }, data: { needsAttention: true } }),
  'an order that is being cancelled is held by a saga that runs or is in front of a person': async tx => {
    await tx.order.update({ where: { id: shop.PAID.orderId }, data: { cancelling: true } })
    await endSagas(tx, shop.PAID, 'NEEDS_ATTENTION')
  },
  'no order waits for a saga that is not there': tx => endSagas(tx, shop.PENDING, 'COMPLETED'),
}

test('a sound shop with an order in every state has no breach', async () => {
  expect(await checkInvariants(database.db)).toEqual([])
})

const names = [
  ...orderInvariants,
  ...stockInvariants,
  ...moneyInvariants,
  ...walletInvariants,
  ...couponInvariants,
  ...sagaInvariants,
].map(({ invariant }) => invariant)

test.each(names)('broken, it is named: %s', async name => {
  const breaking = breaks[name]
  if (!breaking) throw new Error('this test knows no way to break it')
  expect(await breachedBy(breaking)).toContain(name)
})

test('a saga that waits for a person is named where its incident was closed, and where only another one is open', async () => {
  const { orderId } = shop.PENDING
  const incident = { orderId, sagaId: `reserve-order:${orderId}`, detail: 'a test' }
  const waits = 'a saga that waits for a person is in front of one, and one that ended well is not'
  const closed = { resolvedAt: new Date(), resolution: 'resolved' }
  const breached = (rows: readonly Prisma.IncidentCreateManyInput[]) =>
    breachedBy(async tx => {
      await endSagas(tx, shop.PENDING, 'NEEDS_ATTENTION')
      await tx.incident.createMany({ data: [...rows] })
    })
  const held = { ...incident, id: 'inc_x', stepId: 'reserve-stock', kind: 'step-failed' }
  expect(await breached([{ ...held, ...closed }])).toContain(waits)
  expect(await breached([{ ...held, kind: 'shipping-late' }])).toContain(waits)
  expect(await breached([held])).not.toContain(waits)
})

test('what is still under way is counted: running sagas and unsent events', async () => {
  const { sagas, events } = await countUnfinished(database.db)
  expect(sagas).toBe(await database.db.saga.count({ where: { status: 'RUNNING' } }))
  expect(events).toBe(await database.db.outbox.count({ where: { sentAt: null } }))
  expect(Math.min(sagas, events)).toBeGreaterThan(0)
})

import { newId } from '@makegood/core/ids'
import { money } from '@makegood/core/money/money'
import type { ListedCharge, PaymentGateway, RefundRequest } from '@makegood/core/ports/payment-gateway'
import { differenceAreas, differenceKindOf, differenceKinds } from '@makegood/core/reconciliation/difference-kinds'
import { listDifferencesInput } from '@makegood/core/reconciliation/reconciliation-views'
import { acceptDifference } from '@makegood/db/reconciliation/accept-difference'
import { listDifferences } from '@makegood/db/reconciliation/list-differences'
import { listRuns } from '@makegood/db/reconciliation/list-runs'
import { repairDifference } from '@makegood/db/reconciliation/repair-difference'
import { type BroughtOrder, bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestCampaign } from '@makegood/db/testing/create-test-campaign'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { shopInvariants } from './check-shop.ts'
import { refundOrphanCharge } from './refund-orphan-charge.ts'
import { reviewBooks } from './review-books.ts'

let database: TestDatabase
let charges: ListedCharge[]
let refunds: RefundRequest[]
let operatorId: string
beforeEach(async () => {
  database = await createTestDatabase()
  onTestFinished(() => database.drop())
  charges = []
  refunds = []
  operatorId = await createTestShopper(database.db)
})

/** A gateway that has these charges; a refund is made once a key. */
const gateway = {
  listCharges: async () => ({ outcome: 'ok', charges, nextCursor: null }),
  refund: async request => {
    if (!refunds.some(({ key }) => key === request.key)) {
      refunds.push(request)
      charges = charges.map(charge =>
        charge.chargeRef === request.chargeRef ? ({ ...charge, refunded: request.amount } as ListedCharge) : charge,
      )
    }
    return { outcome: 'ok', refundRef: 're_1', status: 'succeeded' }
  },
} as Partial<PaymentGateway> as PaymentGateway

const chargeOf = ({ orderId, paymentId }: BroughtOrder, changes: object = {}): ListedCharge =>
  ({
    key: `pay-order:${paymentId}:charge-card`,
    orderId,
    paymentId,
    chargeRef: `ch_${paymentId}`,
    amount: money(28_000n, 'KRW'),
    refunded: money(0n, 'KRW'),
    status: 'succeeded',
    createdAt: new Date(),
    ...changes,
  }) as ListedCharge

const parts = () => ({ db: database.db, gateway })
const quiet = async () => {
  await database.db.saga.updateMany({ where: { status: 'RUNNING' }, data: { status: 'COMPLETED' } })
  await database.db.outbox.updateMany({ data: { sentAt: new Date() } })
}
const review = () => reviewBooks(parts(), null, { waitMs: 1 })
const list = async (state: string = 'OPEN') =>
  (await listDifferences(database.db, listDifferencesInput.parse({ state }))).differences
const found = async (subject: string) => {
  const difference = (await list()).find(candidate => candidate.subject === subject)
  if (!difference) throw new Error(`no open difference about ${subject}`)
  const { id, detail } = difference
  return { difference, seen: { differenceId: id, detail, operatorId, reason: 'seen and checked' } }
}
const auditOf = (subject: string) => database.db.auditEntry.findMany({ where: { subject }, orderBy: { at: 'asc' } })

test('every invariant of the shop belongs somewhere, and every line of the table is an invariant', () => {
  for (const invariant of shopInvariants) expect(differenceAreas).toContain(differenceKindOf(invariant).area)
  expect(shopInvariants.toSorted()).toEqual(Object.keys(differenceKinds).toSorted())
})

test('money that was charged for no order is found, given back once, and closed with who did it', async () => {
  const paid = await bringTestOrder(database.db, 'COMPLETED')
  charges = [
    chargeOf(paid),
    chargeOf({ ...paid, paymentId: 'pay_nobody' }, { chargeRef: 'pi_orphan', orderId: 'ord_no' }),
  ]
  await quiet()
  await review()
  const { difference, seen } = await found('pi_orphan')
  expect(difference).toMatchObject({
    area: 'gateway',
    repair: 'refund-charge',
    refund: { amountMinor: '28000', currency: 'KRW' },
  })
  await expect(refundOrphanCharge(parts(), { ...seen, detail: '1 KRW for pay_nobody' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await refundOrphanCharge(parts(), seen)
  await expect(refundOrphanCharge(parts(), seen)).rejects.toMatchObject({ code: 'conflict' })
  expect(refunds).toMatchObject([{ chargeRef: 'pi_orphan', key: `reconciliation:${difference.id}` }])
  expect((await auditOf(difference.id)).map(({ action }) => action)).toEqual([
    'reconciliation.ask-refund',
    'reconciliation.refund',
  ])
  await review()
  expect(await list()).toEqual([])
})

test('a charge that has changed since it was looked at is not given back', async () => {
  const paid = await bringTestOrder(database.db, 'COMPLETED')
  charges = [chargeOf(paid), chargeOf({ ...paid, paymentId: 'pay_nobody' }, { chargeRef: 'pi_orphan' })]
  await quiet()
  await review()
  const { seen } = await found('pi_orphan')
  charges = charges.map(charge => ({ ...charge, refunded: money(1000n, 'KRW') }) as ListedCharge)
  await expect(refundOrphanCharge(parts(), seen)).rejects.toMatchObject({ code: 'conflict' })
  expect(refunds).toEqual([])
})

test('a shopper who was charged twice is found, and the charge that the books do not keep goes back', async () => {
  const { db } = database
  const paid = await bringTestOrder(db, 'COMPLETED')
  const payment = await db.payment.findUniqueOrThrow({ where: { id: paid.paymentId } })
  const second = newId('payment', new Date())
  await db.payment.create({ data: { ...payment, id: second, attempt: 2, chargeRef: null, status: 'FAILED' } })
  charges = [chargeOf(paid), chargeOf({ ...paid, paymentId: second })]
  await quiet()
  await review()
  const { difference, seen } = await found(`ch_${second}`)
  expect(difference.sides).toEqual([`${second}: 28000 KRW`, '0 KRW'])
  await refundOrphanCharge(parts(), seen)
  expect(refunds.map(({ chargeRef }) => chargeRef)).toEqual([`ch_${second}`])
})

test('what the books keep more of than nothing is never given back by a press', async () => {
  const paid = await bringTestOrder(database.db, 'COMPLETED')
  charges = [chargeOf(paid, { refunded: money(1000n, 'KRW') })]
  await quiet()
  await review()
  const { difference, seen } = await found(`ch_${paid.paymentId}`)
  expect(difference.repair).toBe('look')
  await expect(refundOrphanCharge(parts(), seen)).rejects.toMatchObject({ code: 'conflict' })
})

test('stock that a cancelled order still holds is found, and is for sale again once it is released', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'CANCELLED')
  const reservation = await db.stockReservation.findFirstOrThrow({ where: { orderId } })
  const { variantId, quantity } = reservation
  await db.stockReservation.updateMany({ where: { orderId }, data: { status: 'HELD' } })
  await db.stock.update({
    where: { variantId },
    data: { available: { decrement: quantity }, reserved: { increment: quantity } },
  })
  await quiet()
  await review()
  const { difference, seen } = await found(orderId)
  expect(difference).toMatchObject({ area: 'stock', repair: 'release-stock', order: { id: orderId } })
  await repairDifference(db, seen)
  expect(await db.stock.findUnique({ where: { variantId } })).toMatchObject({ reserved: 0, available: 10 })
  await expect(repairDifference(db, seen)).rejects.toMatchObject({ code: 'conflict' })
})

test('a wallet that is not its ledger and a campaign that counts wrongly are found and written anew', async () => {
  const { db } = database
  const userId = await createTestShopper(db, { balanceMinor: 50_000n })
  const campaignId = await createTestCampaign(db)
  await db.couponCampaign.update({ where: { id: campaignId }, data: { claimed: 7 } })
  await db.$executeRaw`alter table wallet disable trigger wallet_is_its_ledger`
  await db.wallet.update({ where: { userId }, data: { balanceMinor: 1n } })
  await db.$executeRaw`alter table wallet enable trigger wallet_is_its_ledger`
  await review()
  const [wallet, campaign] = [await found(userId), await found(campaignId)]
  expect(wallet.difference).toMatchObject({ area: 'wallet', repair: 'recompute', sides: ['1', '50000'] })
  expect(campaign.difference).toMatchObject({ area: 'coupons', repair: 'recompute', sides: ['7', '0'] })
  for (const { seen } of [wallet, campaign]) await repairDifference(db, seen)
  expect(await db.wallet.findUnique({ where: { userId } })).toMatchObject({ balanceMinor: 50_000n })
  expect(await db.couponCampaign.findUnique({ where: { id: campaignId } })).toMatchObject({ claimed: 0 })
  expect(await auditOf(campaign.difference.id)).toMatchObject([
    { action: 'reconciliation.repair', actorId: operatorId, reason: 'seen and checked' },
  ])
})

test('stock that an order holds past its state is not let go of by a press unless the order is cancelled', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'COMPLETED')
  await db.stockReservation.updateMany({ where: { orderId }, data: { status: 'HELD' } })
  await quiet()
  await review()
  const { difference, seen } = await found(orderId)
  expect(difference).toMatchObject({ area: 'stock', repair: 'look' })
  await expect(repairDifference(db, seen)).rejects.toMatchObject({ code: 'conflict' })
})

test('counters of stock and of a payment, and the marks of an order, are found and written anew until all is even', async () => {
  const { db } = database
  const { orderId, paymentId } = await bringTestOrder(db, 'COMPLETED')
  const { variantId } = await db.stockReservation.findFirstOrThrow({ where: { orderId } })
  const before = await db.stock.findUniqueOrThrow({ where: { variantId } })
  await db.stock.update({ where: { variantId }, data: { sold: { increment: 1 }, available: { decrement: 1 } } })
  await db.payment.update({ where: { id: paymentId }, data: { walletRefundedMinor: 0n, cardRefundedMinor: 500n } })
  await db.order.update({ where: { id: orderId }, data: { cancelling: true } })
  charges = [chargeOf({ orderId, paymentId } as BroughtOrder)]
  await quiet()
  await review()
  const differences = await list()
  expect(differences.map(({ area, repair }) => `${area} ${repair}`).toSorted()).toContain('stock recompute')
  for (const { id, detail, repair } of differences)
    if (repair === 'recompute')
      await repairDifference(db, { differenceId: id, detail, operatorId, reason: 'counted again' })
  await review()
  expect(await list()).toEqual([])
  expect(await list('REPAIRED')).toHaveLength(3)
  const after = await db.stock.findUniqueOrThrow({ where: { variantId } })
  expect(after).toMatchObject({ available: before.available, sold: before.sold })
  expect(await db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({ cardRefundedMinor: 0n })
  expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({ cancelling: false })
  expect(await db.auditEntry.count({ where: { action: 'reconciliation.repair', actorId: operatorId } })).toBe(3)
})

test('an order that is marked for a person without an incident, or not marked with one, is marked anew', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'CANCELLED')
  await db.order.update({ where: { id: orderId }, data: { needsAttention: true } })
  await quiet()
  await review()
  const { difference, seen } = await found(orderId)
  expect(difference).toMatchObject({ area: 'orders', repair: 'recompute' })
  await repairDifference(db, seen)
  expect(await db.order.findUnique({ where: { id: orderId } })).toMatchObject({ needsAttention: false })
})

test('a counter that has moved on since it was looked at is not touched', async () => {
  const { db } = database
  const campaignId = await createTestCampaign(db)
  await db.couponCampaign.update({ where: { id: campaignId }, data: { claimed: 7 } })
  await review()
  const { seen } = await found(campaignId)
  await db.couponCampaign.update({ where: { id: campaignId }, data: { claimed: 8 } })
  await expect(repairDifference(db, seen)).rejects.toMatchObject({ code: 'conflict' })
  expect(await db.couponCampaign.findUnique({ where: { id: campaignId } })).toMatchObject({ claimed: 8 })
})

test('what is accepted stays so while it is the same; what is gone closes itself, and opens anew when it is back', async () => {
  const { db } = database
  const campaignId = await createTestCampaign(db)
  const count = (claimed: number) => db.couponCampaign.update({ where: { id: campaignId }, data: { claimed } })
  await count(7)
  await review()
  await acceptDifference(db, (await found(campaignId)).seen)
  await review()
  expect(await list('ACCEPTED')).toMatchObject([{ subject: campaignId, reason: 'seen and checked' }])
  await count(8)
  await review()
  expect(await list()).toMatchObject([{ subject: campaignId, detail: 'counts 8, has 0 claims' }])
  await count(0)
  await review()
  expect(await list()).toEqual([])
  expect(await list('GONE')).toHaveLength(1)
  await count(3)
  await review()
  expect(await list()).toHaveLength(1)
  expect((await listRuns(db)).runs.map(({ found, opened, closed }) => [found, opened, closed])).toEqual([
    [1, 1, 0],
    [0, 0, 1],
    [1, 1, 0],
    [1, 0, 0],
    [1, 1, 0],
  ])
})

test('where the gateway cannot be asked, what it showed before stays open, and the run says so', async () => {
  const paid = await bringTestOrder(database.db, 'COMPLETED')
  charges = [chargeOf(paid), chargeOf({ ...paid, paymentId: 'pay_nobody' }, { chargeRef: 'pi_orphan' })]
  await quiet()
  await review()
  const away = {
    listCharges: async () => ({ outcome: 'unknown', detail: 'nobody is there' }),
  } as Partial<PaymentGateway>
  await reviewBooks({ db: database.db, gateway: away as PaymentGateway }, null, { waitMs: 1 })
  expect(await list()).toHaveLength(1)
  expect((await listRuns(database.db)).runs[0]?.notCompared).toContain('nobody is there')
})

test('one review at a time: a second one is refused while the first runs', async () => {
  const first = reviewBooks(parts(), operatorId, {
    waitMs: 1,
    begun: () => undefined,
  })
  const both = await Promise.allSettled([first, review()])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

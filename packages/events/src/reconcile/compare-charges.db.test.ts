import { newId } from '@makegood/core/ids'
import { money } from '@makegood/core/money/money'
import type { ListedCharge, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { inTransaction } from '@makegood/db/client'
import { type BroughtOrder, bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { openTopUp } from '@makegood/db/wallet/open-top-up'
import { creditTopUp, markTopUpCharged } from '@makegood/db/wallet/settle-top-up'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { chargeInvariants, compareCharges } from './compare-charges.ts'

const { known, same, once, there } = chargeInvariants
const since = new Date(Date.now() - 60 * 60 * 1000)
const total = 28_000n
let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  onTestFinished(() => database.drop())
})

/** The charge of a paid order as a gateway lists it. */
const chargeOf = ({ paymentId, orderId }: BroughtOrder, changes: Partial<ListedCharge> = {}): ListedCharge =>
  ({
    key: `pay-order:${paymentId}:charge-card`,
    orderId,
    paymentId,
    chargeRef: `ch_${paymentId}`,
    amount: money(total, 'KRW'),
    refunded: money(0n, 'KRW'),
    status: 'succeeded',
    createdAt: new Date(),
    ...changes,
  }) as ListedCharge

/** A gateway that lists these charges, one a page. */
const gatewayWith = (charges: readonly ListedCharge[]): PaymentGateway =>
  ({
    listCharges: async ({ cursor = '0' }) => ({
      outcome: 'ok',
      charges: charges.slice(Number(cursor), Number(cursor) + 1),
      nextCursor: Number(cursor) + 1 < charges.length ? String(Number(cursor) + 1) : null,
    }),
  }) as Partial<PaymentGateway> as PaymentGateway

const compare = (...charges: readonly ListedCharge[]) =>
  compareCharges({ db: database.db, gateway: gatewayWith(charges) }, since)

test('money that the gateway keeps and the books do not know, or know otherwise, is named', async () => {
  const paid = await bringTestOrder(database.db, 'CONFIRMED')
  const stranger = chargeOf({ ...paid, paymentId: 'pay_nobody' }, { chargeRef: 'pi_stranger' })
  expect(await compare(chargeOf(paid), stranger)).toEqual([
    { invariant: known, subject: 'pi_stranger', detail: '28000 KRW for pay_nobody' },
  ])
  const expectSame = async (charge: ListedCharge, detail: string) =>
    expect(await compare(charge)).toEqual([{ invariant: same, subject: charge.chargeRef, detail }])
  await expectSame(
    chargeOf(paid, { refunded: money(1000n, 'KRW') }),
    `${paid.paymentId}: 27000 KRW, the books say 28000 KRW`,
  )
  await expectSame(
    chargeOf(paid, { amount: money(total, 'USD') }),
    `${paid.paymentId}: 28000 USD, the books say 28000 KRW`,
  )
  const failed = { status: 'failed', reason: 'card-declined', gatewayCode: 'card_declined' } as const
  await expectSame(chargeOf(paid, failed), `${paid.paymentId}: 0 KRW, the books say 28000 KRW`)
})

test('a payment or top-up that the gateway has no charge for is named, one from before the time asked about is not', async () => {
  const { db } = database
  const paid = await bringTestOrder(db, 'CONFIRMED')
  const [userId, topUpId] = [await createTestShopper(db), newId('topUp', new Date())]
  await openTopUp(db, {
    topUpId,
    userId,
    amountMinor: 5000n,
    limits: { topUpMinMinor: 1n, topUpMaxMinor: 10_000n },
    paymentMethod: 'pm_card_visa',
    correlationId: 'cor_test',
  })
  await inTransaction(db, async tx => {
    await markTopUpCharged(tx, topUpId, 'pi_top_up')
    await creditTopUp(tx, topUpId)
  })
  expect(await compare()).toEqual([
    { invariant: there, subject: paid.paymentId, detail: `charge ch_${paid.paymentId} is not there` },
    { invariant: there, subject: topUpId, detail: 'charge pi_top_up is not there' },
  ])
  const topUp = chargeOf(paid, { amount: money(5000n, 'KRW'), chargeRef: 'pi_top_up', key: 'top-up' })
  const { orderId: _, paymentId: __, ...ofTopUp } = topUp
  expect(await compare(chargeOf(paid), { ...ofTopUp, topUpId })).toEqual([])
  expect(await compareCharges({ db, gateway: gatewayWith([]) }, new Date())).toEqual([])
})

test('two charges kept of one order are named, although the books know both', async () => {
  const { db } = database
  const paid = await bringTestOrder(db, 'CONFIRMED')
  await db.$executeRaw`drop index payment_one_live_per_order`
  const payment = await db.payment.findUniqueOrThrow({ where: { id: paid.paymentId } })
  const second = { ...payment, id: newId('payment', new Date()), attempt: 2, chargeRef: 'pi_second' }
  await db.payment.create({ data: second })
  const charge = chargeOf({ ...paid, paymentId: second.id }, { chargeRef: 'pi_second' })
  expect(await compare(chargeOf(paid), charge)).toEqual([
    { invariant: once, subject: 'pi_second', detail: `${paid.orderId} is paid by ch_${paid.paymentId} too` },
  ])
})

test('what was paid, given back, declined, is under way or in front of a person is no breach', async () => {
  const { db } = database
  const paid = await bringTestOrder(db, 'DELIVERED')
  const open = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  const withPerson = await bringTestOrder(db, 'CONFIRMED')
  await db.order.update({ where: { id: withPerson.orderId }, data: { needsAttention: true } })
  const declined = { status: 'failed', reason: 'card-declined', gatewayCode: 'card_declined' } as const
  expect(
    await compare(
      chargeOf(paid),
      chargeOf(open),
      chargeOf(withPerson, { refunded: money(total, 'KRW') }),
      chargeOf({ ...paid, paymentId: 'pay_nobody' }, { chargeRef: 'pi_declined', ...declined }),
    ),
  ).toEqual([])
})

test('a charge of a payment that nobody works on any more is compared, although the payment is still open', async () => {
  const { db } = database
  const open = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  const { orderId, paymentId } = open
  const stopped = { status: 'NEEDS_ATTENTION', endedAt: new Date() }
  await db.saga.updateMany({ where: { orderId }, data: { ...stopped, leaseUntil: new Date(Date.now() + 10_000) } })
  expect(await compare(chargeOf(open))).toEqual([])
  await db.saga.updateMany({ where: { orderId }, data: { leaseUntil: new Date(Date.now() - 1) } })
  expect(await compare(chargeOf(open))).toEqual([
    { invariant: same, subject: `ch_${paymentId}`, detail: `${paymentId}: 28000 KRW, the books say 0 KRW` },
  ])
})

test('a gateway that cannot be asked is an error, never a clean bill', async () => {
  const trouble = { outcome: 'unknown', detail: 'no answer within 1000 ms' } as const
  const gateway = { listCharges: async () => trouble } as Partial<PaymentGateway> as PaymentGateway
  await expect(compareCharges({ db: database.db, gateway }, since)).rejects.toThrow('no answer within 1000 ms')
})

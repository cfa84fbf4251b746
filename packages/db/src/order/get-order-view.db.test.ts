import { newId } from '@makegood/core/ids'
import { isOver } from '@makegood/core/order/is-over'
import { type OrderView, orderViewSchema } from '@makegood/core/order/views'
import { policySchema, toPolicy } from '@makegood/core/policy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestCancellation } from '../cancellation/request-cancellation.ts'
import { finishCancellation } from '../cancellation/settle-cancellation.ts'
import { inTransaction } from '../client.ts'
import { markActionRequired } from '../payment/mark-action-required.ts'
import { openPayment } from '../payment/open-payment.ts'
import { takeOrderUp } from '../payment/take-order-up.ts'
import { finishRefund } from '../refund/finish-refund.ts'
import { planRefund } from '../refund/plan-refund.ts'
import { acceptReturn, rejectReturn } from '../return/decide-return.ts'
import { requestReturn } from '../return/request-return.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { returnOrderStock } from '../stock/return-sold-stock.ts'
import { confirmTestOrder } from '../testing/confirm-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { registerTestParcel, shipTestOrder } from '../testing/ship-test-order.ts'
import { getOrderView } from './get-order-view.ts'
import type { Owner } from './owner.ts'
import { transitionOrder } from './transition-order.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

type Own = { readonly orderId: string; readonly owner: Owner }
const policy = toPolicy(policySchema.parse({}))

const look = async ({ orderId, owner }: Own): Promise<OrderView> => {
  const view = await getOrderView(database.db, { orderId, owner, locale: 'en' })
  return orderViewSchema.parse(view)
}
const cancel = async (order: Own, by: 'shopper' | 'operator' = 'shopper') => {
  const cancellationId = newId('cancellation', new Date())
  await inTransaction(database.db, tx =>
    requestCancellation(tx, { orderId: order.orderId, cancellationId, by, policy, note: 'the kiln broke' }),
  )
  return cancellationId
}

test('a reserved order says until when it is kept, and that it can be paid or cancelled', async () => {
  const order = await seedReservedOrder(database.db)
  await database.db.orderLimit.updateMany({
    where: { orderId: order.orderId, kind: 'reservation' },
    data: { dueAt: new Date('2030-01-01T00:00:00Z') },
  })
  expect(await look(order)).toMatchObject({
    canPay: true,
    canCancel: true,
    canReturn: false,
    canConfirm: false,
    reservedUntil: '2030-01-01T00:00:00.000Z',
    payUntil: null,
    paid: null,
    approval: null,
    cancellation: null,
    shipment: null,
    refunds: [],
    returns: [],
  })
})

test('while the bank waits for the shopper the page knows where to approve and until when, and no longer once it is cancelled', async () => {
  const order = await seedReservedOrder(database.db)
  const paymentId = newId('payment', new Date())
  await openPayment(database.db, { ...order, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  expect((await look(order)).approval).toBeNull()
  const url = 'http://gateway.test/approve/1'
  await markActionRequired(database.db, 'cor_1', { orderId: order.orderId, paymentId }, url)
  const waiting = await look(order)
  expect(waiting).toMatchObject({ canPay: false, approval: { paymentId, url }, reservedUntil: null })
  expect(new Date(waiting.payUntil ?? 0).getTime()).toBeGreaterThan(Date.now() + 500_000)
  await cancel(order)
  expect(await look(order)).toMatchObject({ approval: null, canCancel: false, cancellation: { state: 'requested' } })
})

test('a cancelled order shows the fee and each refund with its state; it is over once the money is back', async () => {
  const order = await confirmTestOrder(database.db)
  const { orderId } = order
  const cancellationId = await cancel(order)
  const version = (await look(order)).version
  await inTransaction(database.db, async tx => {
    await planRefund(tx, orderId, { source: 'cancellation', sourceId: cancellationId }, 26_600n)
    await transitionOrder(tx, {
      orderId,
      from: 'CONFIRMED',
      reason: 'cancelled-before-preparation',
      mover: 'shopper',
      version,
      events: [],
    })
  })
  const before = await look(order)
  expect(before).toMatchObject({
    status: 'CANCELLED',
    cancellation: {
      id: cancellationId,
      state: 'requested',
      by: 'shopper',
      note: 'the kiln broke',
      fee: { amountMinor: '1400' },
    },
    refunds: [
      { source: 'cancellation', leg: 'card', state: 'planned', doneAt: null, amount: { amountMinor: '26600' } },
    ],
    paid: { card: { amountMinor: '28000' }, wallet: { amountMinor: '0' } },
  })
  expect(before.progress.at(-1)).toMatchObject({ id: 'cancelled', reason: 'cancelled-before-preparation' })
  expect(isOver(before)).toBe(false)
  await inTransaction(database.db, async tx => {
    await finishRefund(tx, before.refunds[0]?.id ?? '', 're_1')
    await finishCancellation(tx, cancellationId)
  })
  const after = await look(order)
  expect(after.refunds).toMatchObject([{ state: 'done', doneAt: expect.any(String) }])
  expect(after.cancellation).toMatchObject({ state: 'done' })
  expect(isOver(after)).toBe(true)
})

test('the revision changes with a fact that leaves the version as it is, and only then', async () => {
  const order = await confirmTestOrder(database.db)
  const first = await look(order)
  expect((await look(order)).revision).toBe(first.revision)
  await registerTestParcel(database.db, order.orderId)
  const second = await look(order)
  expect(second.version).toBe(first.version)
  expect(second.revision).not.toBe(first.revision)
})

test('a delivered order shows its parcel, when it counts as accepted, and that it can be returned or accepted', async () => {
  const order = await confirmTestOrder(database.db)
  await shipTestOrder(database.db, order.orderId, 'delivered')
  const view = await look(order)
  expect(view).toMatchObject({
    canCancel: false,
    canReturn: true,
    canConfirm: true,
    shipment: { status: 'DELIVERED', trackingNo: '6012-3344-5566', trackingUrl: expect.stringContaining('http') },
  })
  expect(new Date(view.completesAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 6 * 24 * 3600 * 1000)
})

test('a return is shown with its lines, its decision and the parcel that fetches it; a rejected one frees the units', async () => {
  const order = await confirmTestOrder(database.db)
  const { orderId } = order
  await shipTestOrder(database.db, orderId, 'delivered')
  const ask = async () => {
    const returnId = newId('return', new Date())
    await inTransaction(database.db, tx =>
      requestReturn(tx, { orderId, returnId, by: 'shopper', reason: 'arrived-broken', note: 'in two' }),
    )
    return returnId
  }
  const decision = { operatorId: 'op_1', reason: 'send a picture' }
  const first = await ask()
  expect(await look(order)).toMatchObject({
    canReturn: false,
    canConfirm: false,
    lines: [{ returned: 1 }],
    returns: [
      {
        id: first,
        status: 'REQUESTED',
        reason: 'arrived-broken',
        note: 'in two',
        refund: { amountMinor: '28000' },
        lines: [{ quantity: 1, name: expect.stringContaining('Bowl'), refund: { amountMinor: '28000' } }],
        pickUp: null,
      },
    ],
  })
  await inTransaction(database.db, tx => rejectReturn(tx, { returnId: first, ...decision }))
  expect(await look(order)).toMatchObject({
    canReturn: true,
    lines: [{ returned: 0 }],
    returns: [{ status: 'REJECTED', decisionReason: 'send a picture' }],
  })
  const second = await ask()
  await inTransaction(database.db, tx => acceptReturn(tx, { returnId: second, withoutGoods: false, ...decision }))
  await registerTestParcel(database.db, orderId, second)
  const accepted = await look(order)
  expect(accepted).toMatchObject({
    status: 'RETURNED',
    returns: [{}, { status: 'ACCEPTED', pickUp: { status: 'REGISTERED' } }],
  })
  expect(accepted.progress.at(-1)).toMatchObject({ id: 'refunded', state: 'now' })
  expect(accepted.shipment).toMatchObject({ status: 'DELIVERED' })
})

test('an order whose late payment was taken up and the one that took its place name each other', async () => {
  const order = await seedReservedOrder(database.db)
  const { orderId } = order
  const paymentId = newId('payment', new Date())
  await openPayment(database.db, { ...order, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  await database.db.payment.update({ where: { id: paymentId }, data: { status: 'FAILED' } })
  await inTransaction(database.db, async tx => {
    const { version } = await look(order)
    await transitionOrder(tx, {
      orderId,
      from: 'PAYMENT_PROCESSING',
      reason: 'payment-expired',
      mover: 'system',
      version,
      events: [],
    })
    await returnOrderStock(tx, orderId)
  })
  const taken = await inTransaction(database.db, tx =>
    takeOrderUp(tx, { orderId, paymentId, chargeRef: 'pi_late' }, policy),
  )
  if (!taken.takenUp) throw new Error(taken.because)
  const old = await look(order)
  const heir = await look({ orderId: taken.orderId, owner: order.owner })
  expect(old).toMatchObject({ takenUpBy: { id: heir.id, number: heir.number }, takenUpFrom: null })
  expect(heir).toMatchObject({ takenUpFrom: { id: old.id, number: old.number }, takenUpBy: null })
})

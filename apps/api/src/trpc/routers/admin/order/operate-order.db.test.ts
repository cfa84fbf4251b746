import { noConsequences } from '@makegood/core/console/consequences'
import { newId } from '@makegood/core/ids'
import { operatorOrderViewSchema } from '@makegood/core/order/operator-views'
import { inTransaction } from '@makegood/db/client'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { openPayment } from '@makegood/db/payment/open-payment'
import { markPaymentCharged, markPaymentSucceeded } from '@makegood/db/payment/settle-payment'
import { seedReservedOrder } from '@makegood/db/seed/scenarios/reserved-order'
import { confirmStock } from '@makegood/db/stock/confirm-stock'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { registerTestParcel, shipTestOrder } from '@makegood/db/testing/ship-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'

let api: TestApi
let operator: Awaited<ReturnType<typeof signInOperator>>
let name: string
beforeAll(async () => {
  api = await startTestApi()
  operator = await signInOperator(api)
  ;({ name } = await api.db.user.findUniqueOrThrow({ where: { id: operator.userId } }))
})
afterAll(() => api.stop())

/** An order that is paid and held for an operator. */
const heldOrder = async (): Promise<string> => {
  const { orderId, owner } = await seedReservedOrder(api.db)
  const paymentId = newId('payment', new Date())
  await openPayment(api.db, { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  await inTransaction(api.db, async tx => {
    await confirmStock(tx, orderId, paymentId)
    await markPaymentCharged(tx, paymentId, `pi_${paymentId}`)
    const paid = await markPaymentSucceeded(tx, orderId, paymentId)
    const move = { orderId, from: 'PAYMENT_PROCESSING', reason: 'paid', mover: 'system', events: [] } as const
    await transitionOrder(tx, { ...move, version: paid?.orderVersion ?? 0 })
  })
  return orderId
}
const look = async (orderId: string) =>
  operatorOrderViewSchema.parse((await operator.query('admin.order.get', { orderId, locale: 'ko' })).body.result?.data)
const seen = async (orderId: string) => ({
  orderId,
  seenVersion: (await api.db.order.findUniqueOrThrow({ where: { id: orderId } })).version,
})
const cancel = async (orderId: string, changed: object = {}) =>
  operator.mutate('admin.order.cancel', {
    ...(await seen(orderId)),
    cancellationId: newId('cancellation', new Date()),
    reason: 'the kiln broke',
    note: 'We are sorry.',
    ...changed,
  })
const auditsOf = (orderId: string, action: string) => api.db.auditEntry.findMany({ where: { orderId, action } })

test('a held order says beforehand what confirming does, and is confirmed once, with an entry in the books', async () => {
  const orderId = await heldOrder()
  expect((await look(orderId)).acts.confirm).toEqual({
    refusal: null,
    consequences: {
      ...noConsequences,
      parcels: ['registered'],
      states: ['CONFIRMED'],
      // A guest has no device that a push could reach.
      messages: [{ template: 'order-confirmed', channels: ['email'] }],
    },
  })
  const asked = await seen(orderId)
  const answers = await Promise.all([1, 2, 3].map(() => operator.mutate('admin.order.confirm', asked)))
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409, 409])
  for (const { body } of answers)
    if (body.error)
      expect(body.error.data).toMatchObject({ shopCode: 'order-moved-on', details: { status: 'CONFIRMED', by: name } })
  expect((await look(orderId)).history.at(-1)).toMatchObject({ reason: 'confirmed', mover: 'operator', by: name })
  expect(await auditsOf(orderId, 'order.confirm')).toMatchObject([{ actorKind: 'operator', actorId: operator.userId }])
  expect(await api.db.orderLimit.count({ where: { orderId, kind: 'shipping-start' } })).toBe(1)
})

test('of many, each is confirmed on its own, and the answer says what became of each', async () => {
  const [held, reserved] = [await heldOrder(), (await seedReservedOrder(api.db)).orderId]
  const missing = newId('order', new Date())
  const moved = await heldOrder()
  const orders = [
    { orderId: missing, seenVersion: 1 },
    ...(await Promise.all([reserved, held, held].map(seen))),
    { orderId: moved, seenVersion: (await seen(moved)).seenVersion - 1 },
  ]
  const { body } = await operator.mutate('admin.order.confirmMany', { orders })
  expect(body.result?.data?.outcomes).toEqual([
    { id: missing, refusal: 'not-found' },
    { id: reserved, refusal: 'order-not-confirmable' },
    { id: held, refusal: null },
    { id: moved, refusal: 'order-moved-on' },
  ])
  const tooMany = Array.from({ length: 101 }, () => ({ orderId: missing, seenVersion: 1 }))
  expect((await operator.mutate('admin.order.confirmMany', { orders: tooMany })).status).toBe(400)
})

test('an order that is being cancelled is not confirmed', async () => {
  const orderId = await heldOrder()
  expect((await cancel(orderId)).status).toBe(200)
  const confirm = await operator.mutate('admin.order.confirm', await seen(orderId))
  expect(confirm.body.error?.data?.shopCode).toBe('cancel-in-progress')
  expect((await look(orderId)).acts).toMatchObject({
    confirm: { refusal: 'cancel-in-progress' },
    cancel: { refusal: 'cancel-in-progress' },
  })
})

test('in preparation an operator cancels: told beforehand, asked once, with the reason in the books and the note for the shopper', async () => {
  const { orderId } = await confirmTestOrder(api.db)
  const { shipmentId } = await registerTestParcel(api.db, orderId)
  await inTransaction(api.db, async tx => {
    const move = { orderId, from: 'CONFIRMED', reason: 'shipment-registered', mover: 'system', events: [] } as const
    await transitionOrder(tx, { ...move, version: (await look(orderId)).version, details: { shipmentId } })
  })
  const before = await look(orderId)
  expect(before.acts.cancel).toMatchObject({
    refusal: null,
    consequences: {
      money: [{ what: 'back-to-card', amount: { amountMinor: '28000' } }],
      stock: [{ what: 'for-sale-again', quantity: 1 }],
      parcels: ['cancelled'],
      messages: [{ template: 'order-cancelled' }],
    },
  })
  const cancellationId = newId('cancellation', new Date())
  const answers = await Promise.all([1, 2, 3].map(() => cancel(orderId, { cancellationId })))
  expect(answers.map(answer => answer.status)).toEqual([200, 200, 200])
  expect(await auditsOf(orderId, 'order.cancel')).toMatchObject([
    { actorId: operator.userId, reason: 'the kiln broke', subject: cancellationId, details: { note: 'We are sorry.' } },
  ])
  expect((await look(orderId)).cancellations).toMatchObject([
    { id: cancellationId, state: 'requested', by: 'operator', note: 'We are sorry.', reason: 'operator-cancelled' },
  ])
})

test('what one operator saw another has moved on is not cancelled, alone or among many, until they have looked again', async () => {
  const orderId = await heldOrder()
  const asked = {
    ...(await seen(orderId)),
    cancellationId: newId('cancellation', new Date()),
    reason: 'the kiln broke',
  }
  expect((await operator.mutate('admin.order.confirm', await seen(orderId))).status).toBe(200)
  expect((await operator.mutate('admin.order.cancel', asked)).body.error?.data).toMatchObject({
    shopCode: 'order-moved-on',
    details: { status: 'CONFIRMED', by: name },
  })
  const { reason, ...order } = asked
  const many = await operator.mutate('admin.order.cancelMany', { orders: [order], reason })
  expect(many.body.result?.data?.outcomes).toEqual([{ id: orderId, refusal: 'order-moved-on' }])
  expect(await api.db.cancellation.count({ where: { orderId } })).toBe(0)
  expect((await cancel(orderId, { cancellationId: asked.cancellationId })).status).toBe(200)
})

test('a note, a message and a corrected address move nothing that an act was decided on', async () => {
  const orderId = await heldOrder()
  const asked = await seen(orderId)
  const note = { orderId, noteId: newId('note', new Date()), text: 'called' }
  expect((await operator.mutate('admin.order.addNote', note)).status).toBe(200)
  await api.db.order.update({ where: { id: orderId }, data: { address2: '2층' } })
  expect((await operator.mutate('admin.order.confirm', asked)).status).toBe(200)
})

test('a cancellation without a reason is refused, and so is one of what was dispatched', async () => {
  const { orderId } = await confirmTestOrder(api.db)
  for (const reason of ['', '   ', undefined])
    expect((await cancel(orderId, { reason })).body.error?.data?.shopCode).toBe('invalid-input')
  await shipTestOrder(api.db, orderId, 'handed-over')
  expect((await cancel(orderId)).body.error?.data?.shopCode).toBe('order-dispatched')
  expect((await look(orderId)).acts.cancel).toMatchObject({ refusal: 'order-dispatched', consequences: { money: [] } })
  expect(await auditsOf(orderId, 'order.cancel')).toEqual([])
})

test('the console sees payments by leg, parcels with the carrier’s reference, and the limits of an order', async () => {
  const { orderId } = await confirmTestOrder(api.db)
  await shipTestOrder(api.db, orderId, 'delivered')
  expect(await look(orderId)).toMatchObject({
    payments: [{ card: { amountMinor: '28000' }, wallet: { amountMinor: '0' } }],
    shipments: [{ kind: 'DELIVERY', status: 'DELIVERED', shipmentRef: expect.stringMatching(/^car_/) }],
    limits: expect.arrayContaining([{ kind: 'completion', dueAt: expect.any(String), outcome: null }]),
    discount: { amountMinor: '0' },
  })
})

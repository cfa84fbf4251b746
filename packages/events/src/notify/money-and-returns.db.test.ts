import { randomBytes } from 'node:crypto'
import type { EventName } from '@makegood/core/events/catalogue'
import { newId } from '@makegood/core/ids'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { finishRefund } from '@makegood/db/refund/finish-refund'
import { planRefund } from '@makegood/db/refund/plan-refund'
import { applyRefund } from '@makegood/db/refund/request-refund'
import { acceptReturn, rejectReturn } from '@makegood/db/return/decide-return'
import { requestReturn } from '@makegood/db/return/request-return'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import { registerTestParcel, shipTestOrder } from '@makegood/db/testing/ship-test-order'
import { expect, test } from 'vitest'
import { useMessageStand } from '../../test/message-stand.ts'
import { readShopEvents } from '../../test/read-shop-events.ts'
import { reaction } from '../reactions/notifications/notifications.ts'
import type { ShopEvent } from '../reactions/reaction.ts'

const { db, deps, controls } = useMessageStand()

const newAddress = () => `shopper-${randomBytes(6).toString('hex')}@example.com`
const rowsOf = (orderId: string) => db().notification.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
const mailsTo = async (email: string) => (await controls().mailsTo(email)).mails
const tell = async (orderId: string, names: readonly EventName[] = []) =>
  reaction.handle(deps(), await readShopEvents(db(), orderId, names))
const eventOf = (orderId: string, name: EventName, payload: Record<string, unknown>): ShopEvent => ({
  id: newId('event', new Date()),
  name,
  at: new Date(),
  correlationId: 'cor_test',
  payload: { orderId, ...payload },
})

/** A delivered order of two units with a request to give one back. */
const returned = async () => {
  const { variantId } = await seedProductWithStock(db(), { units: 10 })
  const email = newAddress()
  const { orderId } = await confirmTestOrder(db(), { email, lines: [{ variantId, quantity: 2 }] })
  await shipTestOrder(db(), orderId, 'delivered')
  const returnId = newId('return', new Date())
  const lines = [{ variantId, quantity: 1 }]
  await inTransaction(db(), tx => requestReturn(tx, { orderId, returnId, by: 'operator', reason: 'broken', lines }))
  return { orderId, returnId, email }
}
const decide = { operatorId: 'usr_operator', reason: '사용한 흔적이 있습니다.' }

test('a return is not told as accepted before its pick-up is registered, and the rest of its batch is told at once', async () => {
  const { orderId, returnId, email } = await returned()
  await inTransaction(db(), tx => acceptReturn(tx, { returnId, ...decide, withoutGoods: false }))
  const other = await confirmTestOrder(db(), { email: newAddress() })
  const batch = [
    ...(await readShopEvents(db(), orderId, ['return/accepted'])),
    ...(await readShopEvents(db(), other.orderId, ['order/confirmed'])),
  ]
  await expect(reaction.handle(deps(), batch)).rejects.toThrow('1 events could not be told')
  expect(await rowsOf(other.orderId)).toMatchObject([{ status: 'SENT' }])
  expect(await rowsOf(orderId)).toEqual([])
  await registerTestParcel(db(), orderId, returnId)
  await reaction.handle(deps(), batch)
  await reaction.handle(deps(), batch)
  expect(await rowsOf(other.orderId)).toHaveLength(1)
  const [mail, ...more] = await mailsTo(email)
  expect(more).toEqual([])
  for (const word of ['6012-3344-5566', '한결택배', '28,000원']) expect(mail?.text).toContain(word)
})

test('a return without goods names no carrier; a rejected one tells the reason', async () => {
  const kept = await returned()
  await inTransaction(db(), tx => acceptReturn(tx, { returnId: kept.returnId, ...decide, withoutGoods: true }))
  await tell(kept.orderId, ['return/accepted'])
  expect((await rowsOf(kept.orderId))[0]).toMatchObject({ template: 'return-accepted', data: { parcel: null } })
  const rejected = await returned()
  await inTransaction(db(), tx => rejectReturn(tx, { returnId: rejected.returnId, ...decide }))
  await tell(rejected.orderId, ['return/rejected'])
  expect((await mailsTo(rejected.email))[0]?.text).toContain(decide.reason)
})

test('money of a return is told once, with its end', async () => {
  const { orderId, returnId, email } = await returned()
  await inTransaction(db(), tx => planRefund(tx, orderId, { source: 'return', sourceId: returnId }, 28_000n))
  const refund = await db().refund.findFirstOrThrow({ where: { sourceId: returnId } })
  await inTransaction(db(), tx => finishRefund(tx, refund.id, 're_1'))
  await tell(orderId, ['payment/refunded'])
  expect(await mailsTo(email)).toEqual([])
  const end = eventOf(orderId, 'return/refunded', { returnId })
  await reaction.handle(deps(), [end, end])
  expect((await mailsTo(email)).map(mail => mail.received)).toEqual([1])
  const back = { toCard: { amountMinor: '28000' }, toWallet: { amountMinor: '0' } }
  expect(await rowsOf(orderId)).toMatchObject([{ template: 'payment-refunded', data: { cause: 'return', ...back } }])
})

test('a part that an operator gave back is told once, by mail, with where the money went', async () => {
  const email = newAddress()
  const { orderId } = await confirmTestOrder(db(), { email })
  await shipTestOrder(db(), orderId, 'delivered')
  const refundRequestId = newId('refundRequest', new Date())
  const asked = { orderId, refundRequestId, amountMinor: '28000', lines: [], reason: '늦게 닿았습니다.' }
  await inTransaction(db(), tx => applyRefund(tx, { ...asked, operatorId: 'usr_operator' }))
  const refund = await db().refund.findFirstOrThrow({ where: { sourceId: refundRequestId } })
  await inTransaction(db(), tx => finishRefund(tx, refund.id, 're_3'))
  await tell(orderId, ['payment/refunded', 'refund/finished'])
  await tell(orderId, ['payment/refunded', 'refund/finished'])
  const [mail, ...more] = await mailsTo(email)
  expect(more).toEqual([])
  expect(mail?.text).toContain('28,000원')
  expect(mail?.text).not.toContain(asked.reason)
  const back = { toCard: { amountMinor: '28000' }, toWallet: { amountMinor: '0' } }
  expect(await rowsOf(orderId)).toMatchObject([{ template: 'payment-refunded', data: { cause: 'part', ...back } }])
})

test('a cancelled order and its refund are one mail, which names fee and refund', async () => {
  const email = newAddress()
  const { orderId } = await confirmTestOrder(db(), { email, locale: 'en' })
  const [cancellationId, reason] = [newCancellationId(), 'cancelled-before-preparation'] as const
  await inTransaction(db(), async tx => {
    await requestCancellation(tx, {
      orderId,
      cancellationId,
      by: 'shopper',
      note: 'my own words',
      policy: deps().policy,
    })
    await planRefund(tx, orderId, { source: 'cancellation', sourceId: cancellationId }, 26_600n)
    const { version } = await db().order.findUniqueOrThrow({ where: { id: orderId } })
    const events = [newEvent('order/cancelled', { orderId, reason })]
    await transitionOrder(tx, { orderId, from: 'CONFIRMED', reason, mover: 'shopper', version, events })
  })
  await tell(orderId, ['order/cancelled'])
  const refund = await db().refund.findFirstOrThrow({ where: { sourceId: cancellationId } })
  await inTransaction(db(), tx => finishRefund(tx, refund.id, 're_2'))
  await tell(orderId, ['order/cancelled', 'payment/refunded'])
  const [mail, ...more] = await mailsTo(email)
  expect(more).toEqual([])
  for (const word of ['₩1,400', '₩26,600']) expect(mail?.text).toContain(word)
  expect(mail?.text).not.toContain('my own words')
})

test('an order cancelled for lack of stock says which goods were short, and that no money left', async () => {
  const { variantId } = await seedProductWithStock(db(), { units: 5 })
  const { orderId } = await placeTestOrder(db(), { lines: [{ variantId, quantity: 3 }] })
  const email = newAddress()
  await db().order.update({ where: { id: orderId }, data: { email } })
  const reason = 'stock-insufficient'
  const details = { shortLines: [{ variantId, wanted: 3, available: 1 }] }
  const events = [newEvent('order/cancelled', { orderId, reason })]
  await transitionOrder(db(), { orderId, from: 'PENDING', reason, mover: 'system', version: 1, details, events })
  await tell(orderId, ['order/cancelled'])
  const nothing = { amountMinor: '0' }
  const data = { shortLines: [{ wanted: 3, available: 1 }], toCard: nothing, toWallet: nothing, fee: nothing }
  expect(await rowsOf(orderId)).toMatchObject([{ status: 'SENT', data }])
  expect((await mailsTo(email))[0]?.text).toContain('빠져나간 돈은 없습니다')
})

test('of the refunds of one leg only a late payment’s has a mail of its own', async () => {
  const { orderId, paymentId } = await confirmTestOrder(db(), { email: newAddress() })
  const amount = { amountMinor: '28000', currency: 'KRW' }
  for (const source of ['undo', 'cancellation', 'return', 'operator', 'late'])
    await reaction.handle(deps(), [eventOf(orderId, 'payment/refunded', { paymentId, source, leg: 'card', amount })])
  expect(await rowsOf(orderId)).toMatchObject([{ channel: 'email', data: { cause: 'late', toCard: amount } }])
})

test('an order that a late payment took up names the one that had been given up; an order that just goes on is not told so', async () => {
  const [givenUp, taken] = [await placeTestOrder(db()), await placeTestOrder(db())]
  const paymentId = newId('payment', new Date())
  await reaction.handle(deps(), [
    eventOf(taken.orderId, 'order/taken.up', { takenUpFrom: givenUp.orderId, paymentId }),
    eventOf(givenUp.orderId, 'order/taken.up', { takenUpFrom: givenUp.orderId, paymentId }),
  ])
  expect(await rowsOf(givenUp.orderId)).toEqual([])
  const { number } = await db().order.findUniqueOrThrow({ where: { id: givenUp.orderId } })
  expect(await rowsOf(taken.orderId)).toMatchObject([
    { template: 'order-taken-up-again', data: { takenUpFrom: String(number) } },
  ])
})

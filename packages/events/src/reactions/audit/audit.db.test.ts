import { eventCatalogue } from '@makegood/core/events/catalogue'
import { newId } from '@makegood/core/ids'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { acceptReturn } from '@makegood/db/return/decide-return'
import { requestReturn } from '@makegood/db/return/request-return'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { shipTestOrder } from '@makegood/db/testing/ship-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readShopEvents } from '../../../test/read-shop-events.ts'
import type { Deps } from '../../saga/deps.ts'
import { createTestDeps } from '../../testing/test-deps.ts'
import { reaction } from './audit.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let deps: Deps
beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '')
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

const entriesOf = (orderId: string) =>
  database.db.auditEntry.findMany({ where: { orderId }, orderBy: [{ at: 'asc' }, { eventId: 'asc' }] })
const entryOf = async (orderId: string, action: string) =>
  (await entriesOf(orderId)).find(entry => entry.action === action)
const audit = async (orderId: string) => {
  // What the engine's triggers of the reaction let through.
  const families = reaction.listensTo.map(family => family.slice(0, -1))
  const events = (await readShopEvents(database.db, orderId)).filter(({ name }) =>
    families.some(f => name.startsWith(f)),
  )
  await reaction.handle(deps, events)
  return events
}

test('every event of an order, told twice and at once, is one entry that nobody can change', async () => {
  const { orderId } = await confirmTestOrder(database.db)
  const [first] = await Promise.all([audit(orderId), audit(orderId)])
  await audit(orderId)
  const entries = await entriesOf(orderId)
  expect(entries.map(entry => entry.eventId).sort()).toEqual(first.map(event => event.id).sort())
  expect(entries.map(entry => entry.action)).toEqual(
    expect.arrayContaining(['order/created', 'order/payment.requested', 'payment/completed', 'order/confirmed']),
  )
  await expect(database.db.auditEntry.updateMany({ where: { orderId }, data: { reason: 'x' } })).rejects.toThrow()
  await expect(database.db.auditEntry.deleteMany({ where: { orderId } })).rejects.toThrow()
})

test('who moved the order is who did it: shopper, system, operator, carrier', async () => {
  const userId = await createTestShopper(database.db)
  const { orderId, paymentId } = await confirmTestOrder(database.db, { userId })
  await shipTestOrder(database.db, orderId, 'delivered')
  await audit(orderId)
  const who = new Map((await entriesOf(orderId)).map(entry => [entry.action, [entry.actorKind, entry.actorId]]))
  expect(Object.fromEntries(who)).toMatchObject({
    'order/created': ['shopper', userId],
    'order/payment.requested': ['shopper', userId],
    'payment/completed': ['system', null],
    'order/confirmed': ['system', null],
    'shipping/dispatched': ['carrier', null],
    'shipping/delivered': ['carrier', null],
  })
  expect(await entryOf(orderId, 'payment/completed')).toMatchObject({ subject: paymentId, reason: 'paid' })
})

test('an operator who confirms, cancels or decides on a return is named with their reason', async () => {
  const { orderId } = await confirmTestOrder(database.db)
  await shipTestOrder(database.db, orderId, 'delivered')
  const returnId = newId('return', new Date())
  const operatorId = 'usr_operator'
  await inTransaction(database.db, tx => requestReturn(tx, { orderId, returnId, by: 'shopper', reason: 'broken' }))
  const accepted = { returnId, operatorId, reason: 'seen the picture', withoutGoods: false }
  await inTransaction(database.db, tx => acceptReturn(tx, accepted))
  await audit(orderId)
  expect(await entryOf(orderId, 'return/requested')).toMatchObject({
    actorKind: 'shopper',
    reason: 'broken',
    subject: returnId,
  })
  const operator = { actorKind: 'operator', actorId: operatorId, subject: returnId }
  expect(await entryOf(orderId, 'return/accepted')).toMatchObject({ ...operator, reason: 'seen the picture' })
  expect(await entryOf(orderId, 'order/returned')).toMatchObject({ ...operator, reason: 'return-accepted' })
})

test('a cancellation names who asked for it, and the move names who carried it out', async () => {
  const { orderId } = await confirmTestOrder(database.db)
  const [cancellationId, reason] = [newCancellationId(), 'cancelled-before-preparation'] as const
  const by = { by: 'operator', moverId: 'usr_operator', policy: deps.policy } as const
  await inTransaction(database.db, tx => requestCancellation(tx, { orderId, cancellationId, ...by }))
  const { version } = await database.db.order.findUniqueOrThrow({ where: { id: orderId } })
  const events = [newEvent('order/cancelled', { orderId, reason })]
  const move = { orderId, from: 'CONFIRMED', reason, mover: 'operator', moverId: 'usr_operator' } as const
  await transitionOrder(database.db, { ...move, version, events })
  await audit(orderId)
  const operator = { actorKind: 'operator', actorId: 'usr_operator', reason }
  expect(await entryOf(orderId, 'order/cancel.requested')).toMatchObject({ ...operator, subject: cancellationId })
  expect(await entryOf(orderId, 'order/cancelled')).toMatchObject({ ...operator, subject: orderId })
})

test('an order that is paid at the second attempt has each attempt told by the move that belongs to it', async () => {
  const { orderId } = await confirmTestOrder(database.db)
  await database.db.$executeRaw`
    insert into order_history (order_id, version, from_status, to_status, reason, mover, at)
    values (${orderId}, 99, 'STOCK_RESERVED', 'PAYMENT_PROCESSING', 'payment-opened', 'system', now() + interval '1 hour')`
  await audit(orderId)
  expect(await entryOf(orderId, 'order/payment.requested')).toMatchObject({ actorKind: 'shopper' })
})

test('calls to look again are no acts, and every family of the catalogue’s order, payment, parcel and return events is heard', async () => {
  const { orderId, paymentId } = await confirmTestOrder(database.db)
  const call = {
    id: newId('event', new Date()),
    name: 'payment/changed',
    at: new Date(),
    correlationId: 'cor_test',
  } as const
  await reaction.handle(deps, [{ ...call, payload: { orderId, paymentId } }])
  expect(await entriesOf(orderId)).toEqual([])
  const heard = Object.keys(eventCatalogue).filter(name =>
    reaction.listensTo.some(f => name.startsWith(f.slice(0, -1))),
  )
  expect(heard).toEqual(Object.keys(eventCatalogue).filter(name => /^(order|payment|shipping|return)\//.test(name)))
  expect(reaction.listensTo.length).toBeLessThanOrEqual(10)
})

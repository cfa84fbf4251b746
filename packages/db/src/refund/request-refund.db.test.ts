import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { requestReturn } from '../return/request-return.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { finishRefund } from './finish-refund.ts'
import { requestRefund } from './request-refund.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const deliveredOrder = async () => {
  const userId = await createTestShopper(database.db, { balanceMinor: 10_000n })
  return await bringTestOrder(database.db, 'DELIVERED', { userId, walletMinor: 8_000n })
}
const ask = (orderId: string, amountMinor: string, refundRequestId = newId('refundRequest', new Date())) =>
  requestRefund(database.db, { orderId, refundRequestId, amountMinor, lines: [], operatorId: 'op_1', reason: 'a chip' })
const sumOf = async (orderId: string) =>
  (await database.db.refund.findMany({ where: { orderId } })).reduce((sum, refund) => sum + refund.amountMinor, 0n)

test('more than is left is refused, and nothing of it is written', async () => {
  const { orderId } = await deliveredOrder()
  await expect(ask(orderId, '28001')).rejects.toMatchObject({ code: 'refund-too-large' })
  expect(await sumOf(orderId)).toBe(0n)
  expect(await database.db.refundRequest.count({ where: { orderId } })).toBe(0)
  expect(await database.db.auditEntry.count({ where: { orderId, action: 'order.refund' } })).toBe(0)
})

test('asked by eight at once, never more goes back than was taken', async () => {
  const { orderId } = await deliveredOrder()
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => ask(orderId, '9000')))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(await sumOf(orderId)).toBe(27_000n)
})

test('one request is planned once, with its saga and its audit entry, however often it is sent', async () => {
  const { orderId } = await deliveredOrder()
  const refundRequestId = newId('refundRequest', new Date())
  await Promise.all([1, 2, 3].map(() => ask(orderId, '21000', refundRequestId)))
  const refunds = await database.db.refund.findMany({ where: { orderId }, orderBy: { leg: 'asc' } })
  expect(refunds).toMatchObject([
    { leg: 'card', amountMinor: 20_000n, source: 'operator', sourceId: refundRequestId, status: 'PLANNED' },
    { leg: 'wallet', amountMinor: 1_000n, source: 'operator', sourceId: refundRequestId, status: 'PLANNED' },
  ])
  expect(await database.db.saga.findUnique({ where: { id: `refund-order:${refundRequestId}` } })).toMatchObject({
    orderId,
  })
  expect(await database.db.auditEntry.findMany({ where: { orderId, action: 'order.refund' } })).toMatchObject([
    { actorId: 'op_1', reason: 'a chip', details: { amountMinor: '21000' } },
  ])
  await expect(ask(orderId, '1', refundRequestId)).rejects.toMatchObject({ code: 'conflict' })
})

test('before it is on its way, and while a return is open, an order is not refunded in part', async () => {
  const confirmed = await bringTestOrder(database.db, 'CONFIRMED')
  await expect(ask(confirmed.orderId, '1000')).rejects.toMatchObject({ code: 'refund-not-possible' })
  const { orderId, owner } = await deliveredOrder()
  const returnId = newId('return', new Date())
  await inTransaction(database.db, tx =>
    requestReturn(tx, { orderId, returnId, owner, by: 'shopper', reason: 'other' }),
  )
  await expect(ask(orderId, '1000')).rejects.toMatchObject({ code: 'refund-not-possible' })
  await expect(ask(newId('order', new Date()), '1000')).rejects.toMatchObject({ code: 'not-found' })
})

test('that a part is back is told once, with the last of its legs, and anew where it had not arrived', async () => {
  const { db } = database
  const { orderId } = await deliveredOrder()
  const refundRequestId = newId('refundRequest', new Date())
  await ask(orderId, '21000', refundRequestId)
  const [card, wallet] = await db.refund.findMany({ where: { orderId }, orderBy: { leg: 'asc' } })
  if (!card || !wallet) throw new Error('a refund of two legs was planned otherwise')
  const told = () =>
    db.outbox.count({ where: { name: 'refund/finished', payload: { path: ['orderId'], equals: orderId } } })
  await inTransaction(db, tx => finishRefund(tx, wallet.id, null))
  expect(await told()).toBe(0)
  await inTransaction(db, tx => finishRefund(tx, card.id, 're_1'))
  await inTransaction(db, tx => finishRefund(tx, card.id, 're_1'))
  expect(await told()).toBe(1)
  await db.refund.update({ where: { id: card.id }, data: { status: 'FAILED', doneAt: null } })
  await inTransaction(db, tx => finishRefund(tx, card.id, 're_2'))
  expect(await told()).toBe(2)
})

test('two legs that are done at once are told as one part', async () => {
  const { db } = database
  const { orderId } = await deliveredOrder()
  await ask(orderId, '21000')
  const refunds = await db.refund.findMany({ where: { orderId } })
  await Promise.all(refunds.map(({ id }) => inTransaction(db, tx => finishRefund(tx, id, `re_${id}`))))
  const where = { name: 'refund/finished', payload: { path: ['orderId'], equals: orderId } }
  expect(await db.outbox.count({ where })).toBe(1)
})

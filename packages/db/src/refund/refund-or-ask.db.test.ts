import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideApproval } from '../approval/decide-approval.ts'
import { listApprovals } from '../approval/list-approvals.ts'
import { inTransaction } from '../client.ts'
import { getOrderStory } from '../order/get-order-story.ts'
import { applyOnly } from '../testing/apply-only.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { applyApprovedRefund, refundOrAsk } from './refund-or-ask.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limit = { supportMinor: 5_000n, financeMinor: 50_000n }
const limits = { aloneUpTo: { refund: limit, 'wallet-adjustment': limit }, approvalSeconds: 600 }
const apply = applyOnly({ refund: applyApprovedRefund })

const leftOf = async (orderId: string): Promise<string> => {
  const payment = await database.db.payment.findFirstOrThrow({ where: { orderId, status: 'SUCCEEDED' } })
  return `${payment.amountMinor - payment.cardRefundedMinor - payment.walletRefundedMinor}`
}

const ask = async (role: 'operations' | 'finance', orderId: string, operatorId: string) => {
  const refund = {
    orderId,
    refundRequestId: newId('refundRequest', new Date()),
    amountMinor: '9000',
    lines: [],
    reason: 'a chip',
  }
  const seenLeftMinor = await leftOf(orderId)
  return await inTransaction(database.db, tx =>
    refundOrAsk(tx, limits, { ...refund, seenLeftMinor, operator: { id: operatorId, role } }),
  )
}

test('above the limit of the role nothing goes back until somebody else approves it, and then once', async () => {
  const { orderId } = await bringTestOrder(database.db, 'DELIVERED')
  const [asker, other] = [await createTestShopper(database.db, {}), await createTestShopper(database.db, {})]
  const { outcome, approvalId } = await ask('operations', orderId, asker)
  expect(outcome).toBe('waiting')
  expect(await database.db.refund.count({ where: { orderId } })).toBe(0)
  const decide = (operatorId: string) =>
    inTransaction(database.db, tx =>
      decideApproval(tx, apply, { approvalId: approvalId ?? '', decision: 'approve', reason: 'seen', operatorId }),
    )
  await expect(decide(asker)).rejects.toMatchObject({ code: 'own-request' })
  await decide(other)
  await expect(decide(other)).rejects.toMatchObject({ code: 'approval-moved-on' })
  expect(await database.db.refund.findMany({ where: { orderId } })).toMatchObject([
    { amountMinor: 9_000n, status: 'PLANNED' },
  ])
})

test('within it the refund is planned at once', async () => {
  const { orderId } = await bringTestOrder(database.db, 'DELIVERED')
  expect(await ask('finance', orderId, 'op_1')).toEqual({ outcome: 'applied', approvalId: null })
  expect(await database.db.refund.count({ where: { orderId } })).toBe(1)
})

const generous = { ...limits, aloneUpTo: { ...limits.aloneUpTo, refund: { ...limit, supportMinor: 9_000n } } }
const askPart = (
  orderId: string,
  seenLeftMinor: string,
  refundRequestId: string = newId('refundRequest', new Date()),
  amountMinor = '5000',
) =>
  inTransaction(database.db, tx =>
    refundOrAsk(tx, generous, {
      ...{ orderId, refundRequestId, amountMinor, lines: [], reason: 'a chip', seenLeftMinor },
      operator: { id: 'op_1', role: 'operations' },
    }),
  )

test('of two who saw the same left and give a part of it at once, one gives it and the other looks again', async () => {
  const { orderId } = await bringTestOrder(database.db, 'DELIVERED')
  const [seen, first, second] = [
    await leftOf(orderId),
    newId('refundRequest', new Date()),
    newId('refundRequest', new Date()),
  ]
  const answers = await Promise.allSettled([
    askPart(orderId, seen, first, '3000'),
    askPart(orderId, seen, second, '3000'),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const left = `${BigInt(seen) - 3_000n}`
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'order-moved-on', details: { left } },
  })
  const [given] = await database.db.refund.findMany({ where: { orderId } })
  expect(given?.amountMinor).toBe(3_000n)
  // What was sent again saw what was left before it; who has looked again goes on.
  expect(await askPart(orderId, seen, given?.sourceId, '3000')).toMatchObject({ outcome: 'applied' })
  expect(await askPart(orderId, left, undefined, '3000')).toMatchObject({ outcome: 'applied' })
  expect(await database.db.refund.count({ where: { orderId } })).toBe(2)
})

test('parts of one order that are each within the limit are together above it', async () => {
  const { orderId } = await bringTestOrder(database.db, 'DELIVERED')
  const refundRequestId = newId('refundRequest', new Date())
  expect(await askPart(orderId, await leftOf(orderId), refundRequestId)).toMatchObject({ outcome: 'applied' })
  expect(await askPart(orderId, await leftOf(orderId))).toMatchObject({ outcome: 'waiting' })
  expect(await askPart(orderId, '1', refundRequestId)).toMatchObject({ outcome: 'applied' })
  expect(await database.db.refund.count({ where: { orderId } })).toBe(1)
})

test('an order tells beforehand where its money would go, who is told, and what whoever looks may still give alone', async () => {
  const userId = await createTestShopper(database.db, { balanceMinor: 10_000n })
  const { orderId } = await bringTestOrder(database.db, 'DELIVERED', { userId, walletMinor: 8_000n })
  const won = (minor: number) => ({ amountMinor: `${minor}`, currency: 'KRW' })
  const refundableBy = async (role: 'operations' | 'finance') =>
    (await getOrderStory(database.db, orderId, { id: 'op_1', role, aloneUpTo: generous.aloneUpTo })).refundable
  const told = { refusal: null, messages: [{ template: 'payment-refunded', channels: ['email'] }] }
  const before = { left: won(28_000), card: won(20_000), wallet: won(8_000), ...told }
  expect(await refundableBy('operations')).toEqual({ ...before, alone: won(9_000) })
  expect(await refundableBy('finance')).toEqual({ ...before, alone: won(50_000) })
  await askPart(orderId, await leftOf(orderId))
  expect(await refundableBy('operations')).toMatchObject({ left: won(23_000), card: won(15_000), alone: won(4_000) })
  await database.db.refundRequest.updateMany({ where: { orderId }, data: { amountMinor: 12_000n } })
  expect(await refundableBy('operations')).toMatchObject({ alone: won(0) })
})

test('what waits says which order it is about and who placed that', async () => {
  const db = database.db
  const [mine, guests] = [await bringTestOrder(db, 'DELIVERED'), await bringTestOrder(db, 'DELIVERED')]
  const buyer = await createTestShopper(db, {})
  await db.order.update({ where: { id: mine.orderId }, data: { userId: buyer } })
  const asker = await createTestShopper(db, {})
  const { name } = await db.user.findUniqueOrThrow({ where: { id: buyer } })
  for (const [{ orderId }, whose] of [
    [mine, { customer: { id: buyer, name }, guest: null }],
    [
      guests,
      { customer: null, guest: (await db.order.findUniqueOrThrow({ where: { id: guests.orderId } })).recipient },
    ],
  ] as const) {
    await ask('operations', orderId, asker)
    const { approvals } = await listApprovals(db, { state: 'waiting' })
    const { number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
    expect(approvals[0]).toMatchObject({ orderId, orderNumber: `${number}`, ...whose })
  }
})

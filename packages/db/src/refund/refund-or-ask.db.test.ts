import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideApproval } from '../approval/decide-approval.ts'
import { inTransaction } from '../client.ts'
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
const apply = { refund: applyApprovedRefund, 'wallet-adjustment': () => Promise.reject(new Error('none is asked for')) }

const ask = async (role: 'operations' | 'finance', orderId: string, operatorId: string) => {
  const refund = {
    orderId,
    refundRequestId: newId('refundRequest', new Date()),
    amountMinor: '9000',
    lines: [],
    reason: 'a chip',
  }
  return await inTransaction(database.db, tx =>
    refundOrAsk(tx, limits, { ...refund, operator: { id: operatorId, role } }),
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

test('parts of one order that are each within the limit are together above it, also where two are asked for at once', async () => {
  const { orderId } = await bringTestOrder(database.db, 'DELIVERED')
  const generous = {
    ...limits,
    aloneUpTo: { ...limits.aloneUpTo, refund: { supportMinor: 9_000n, financeMinor: 50_000n } },
  }
  const askPart = (refundRequestId = newId('refundRequest', new Date())) =>
    inTransaction(database.db, tx =>
      refundOrAsk(tx, generous, {
        ...{ orderId, refundRequestId, amountMinor: '5000', lines: [], reason: 'a chip' },
        operator: { id: 'op_1', role: 'operations' },
      }),
    )
  const refundRequestId = newId('refundRequest', new Date())
  const answers = await Promise.all([askPart(refundRequestId), askPart()])
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'waiting'])
  const [planned] = await database.db.refund.findMany({ where: { orderId } })
  expect(planned?.amountMinor).toBe(5_000n)
  expect(await askPart(planned?.sourceId)).toMatchObject({ outcome: 'applied' })
  expect(await database.db.refund.count({ where: { orderId } })).toBe(1)
})

import { newId } from '@makegood/core/ids'
import type { Role } from '@makegood/core/user/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideApproval } from '../approval/decide-approval.ts'
import { inTransaction } from '../client.ts'
import { refundOrAsk } from '../refund/refund-or-ask.ts'
import { applyOnly } from '../testing/apply-only.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { stopTestSaga } from '../testing/stop-test-saga.ts'
import { openTopUp } from '../wallet/open-top-up.ts'
import { forceUndo } from './force-undo.ts'
import { readSecondEyes } from './read-second-eyes.ts'
import { readUnderWay } from './read-under-way.ts'
import { resumeFromStep } from './resume-from-step.ts'
import { retryIncident } from './retry-incident.ts'
import { applyApprovedSettlement, settleOrAsk } from './settle-or-ask.ts'
import { listDueIncidents } from './try-again.ts'

let database: TestDatabase
let asker: string
let other: string
const operator = async (role: Role) => {
  const id = await createTestShopper(database.db)
  await database.db.user.update({ where: { id }, data: { role } })
  return id
}
beforeAll(async () => {
  database = await createTestDatabase()
  asker = await operator('finance')
  other = await operator('admin')
})
afterAll(() => database.drop())

const won = 3_000n
const limitsOf = (financeMinor: bigint) => {
  const limit = { supportMinor: financeMinor, financeMinor }
  return { aloneUpTo: { refund: limit, 'wallet-adjustment': limit }, approvalSeconds: 600 }
}
const apply = applyOnly({ 'settle-by-hand': applyApprovedSettlement(30) })

const stopAt = (orderId: string, refundRequestId: string) =>
  stopTestSaga(database.db, {
    name: 'refund-order',
    orderId,
    input: { orderId, refundRequestId },
    steps: [{ stepId: 'refund-card', kind: 'forward-only', status: 'FAILED' }],
    at: 'refund-card',
  })
/** An order of which a part of 3,000 won was to go back by approval of two, and the gateway did not give it. */
const stopped = async (orderId?: string) => {
  const id = orderId ?? (await bringTestOrder(database.db, 'DELIVERED')).orderId
  const refundRequestId = newId('refundRequest', new Date())
  const payment = await database.db.payment.findFirstOrThrow({ where: { orderId: id, status: 'SUCCEEDED' } })
  const left = payment.amountMinor - payment.cardRefundedMinor - payment.walletRefundedMinor
  await inTransaction(database.db, async tx => {
    await refundOrAsk(tx, limitsOf(1_000_000n), {
      ...{ orderId: id, refundRequestId, amountMinor: `${won}`, lines: [], reason: 'a chip', seenLeftMinor: `${left}` },
      operator: { id: asker, role: 'finance' },
    })
    const approvalId = newId('approval', new Date())
    await tx.$executeRaw`
      insert into approval (id, kind, order_id, amount_minor, currency, reason, input, requested_by, expires_at, state,
        decided_by, decided_at)
      values (${approvalId}, 'refund', ${id}, ${won}, 'KRW', 'a chip', ${JSON.stringify({ refundRequestId })}::jsonb, ${asker},
        now(), 'APPLIED', ${other}, now())`
  })
  return { orderId: id, refundRequestId, ...(await stopAt(id, refundRequestId)) }
}
type Stopped = Awaited<ReturnType<typeof stopped>>

type Said = { limit?: bigint; reference?: string | null; approvalId?: string; role?: Role }
const settle = ({ incidentId }: Pick<Stopped, 'incidentId'>, said: Said = {}) =>
  settleOrAsk(database.db, limitsOf(said.limit ?? won - 1n), {
    incidentId,
    operatorId: asker,
    role: said.role ?? 'finance',
    reason: 'sent by bank',
    reference: said.reference === undefined ? `bank ${incidentId}` : said.reference,
    leaseSeconds: 30,
    approvalId: said.approvalId ?? newId('approval', new Date()),
  })
const decide = (approvalId: string | null, operatorId = other) =>
  inTransaction(database.db, tx =>
    decideApproval(tx, apply, { approvalId: approvalId ?? '', decision: 'approve', reason: 'seen', operatorId }),
  )
const refundOf = ({ refundRequestId }: Stopped) =>
  database.db.refund.findFirstOrThrow({ where: { sourceId: refundRequestId } })
const look = async ({ incidentId, sagaId }: Stopped) => {
  const incident = await database.db.incident.findUniqueOrThrow({ where: { id: incidentId } })
  const saga = await database.db.saga.findUniqueOrThrow({ where: { id: sagaId } })
  return await readSecondEyes(database.db, { ...incident, saga }, { role: 'finance', ...limitsOf(won - 1n) })
}
const outcomes = (answers: readonly PromiseSettledResult<unknown>[]) => answers.map(({ status }) => status).sort()
const refused = (answers: readonly PromiseSettledResult<unknown>[]) =>
  answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason] : []))

test('within the limit one person settles, and the books have the refund that the operator asked for', async () => {
  const one = await stopped()
  expect(await settle(one, { limit: won })).toEqual({ outcome: 'applied', approvalId: null })
  expect(await refundOf(one)).toMatchObject({ status: 'DONE', gatewayRef: `bank ${one.incidentId}` })
  expect(await database.db.incident.findUnique({ where: { id: one.incidentId } })).toMatchObject({
    settledAloneMinor: won,
  })
})

test('above it nothing is settled until somebody else approves it, and then once, in the name of who asked', async () => {
  const one = await stopped()
  const amount = { amountMinor: `${won}` }
  expect(await look(one)).toMatchObject({ settling: { amount, alone: false }, asked: null })
  const { outcome, approvalId } = await settle(one)
  expect(outcome).toBe('waiting')
  expect(await look(one)).toMatchObject({ asked: { amount, by: '김하나' } })
  expect(await refundOf(one)).toMatchObject({ status: 'PLANNED' })
  expect(await database.db.saga.findUnique({ where: { id: one.sagaId } })).toMatchObject({ status: 'NEEDS_ATTENTION' })
  await expect(decide(approvalId, asker)).rejects.toMatchObject({ code: 'own-request' })
  const answers = await Promise.allSettled([decide(approvalId), decide(approvalId)])
  expect(outcomes(answers)).toEqual(['fulfilled', 'rejected'])
  expect(refused(answers)).toMatchObject([{ code: 'approval-moved-on' }])
  expect(await refundOf(one)).toMatchObject({ status: 'DONE', gatewayRef: `bank ${one.incidentId}` })
  expect(await database.db.saga.findUnique({ where: { id: one.sagaId } })).toMatchObject({
    status: 'RUNNING',
    generation: 2,
  })
  expect(await database.db.incident.findUnique({ where: { id: one.incidentId } })).toMatchObject({
    resolution: 'settled-by-hand',
    resolvedBy: asker,
    settledAloneMinor: 0n,
  })
  expect(await database.db.auditEntry.findMany({ where: { subject: one.incidentId } })).toMatchObject([
    { action: 'incident.settle', actorId: asker, details: { amountMinor: `${won}` } },
  ])
})

test('the same request again asks once; of two who ask at once one does', async () => {
  const [again, twice] = [await stopped(), await stopped()]
  const approvalId = newId('approval', new Date())
  await settle(again, { approvalId })
  expect(await settle(again, { approvalId })).toEqual({ outcome: 'waiting', approvalId })
  const answers = await Promise.allSettled([settle(twice), settle(twice, { reference: 'another' })])
  expect(outcomes(answers)).toEqual(['fulfilled', 'rejected'])
  expect(refused(answers)).toMatchObject([{ code: 'incident-moved-on', details: { reason: 'asked' } }])
  for (const { orderId } of [again, twice])
    expect(await database.db.approval.count({ where: { orderId, kind: 'settle-by-hand' } })).toBe(1)
})

test('of two of one order that are each within the limit and settled at once, the second waits', async () => {
  const one = await stopped()
  const two = await stopped(one.orderId)
  const limit = won * 2n - 1n
  const answers = await Promise.all([settle(one, { limit }), settle(two, { limit })])
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'waiting'])
  expect((await database.db.refund.findMany({ where: { orderId: one.orderId, status: 'DONE' } })).length).toBe(1)
})

test('what one person gave back alone counts with it', async () => {
  const { orderId } = await bringTestOrder(database.db, 'DELIVERED')
  const one = await stopped(orderId)
  const { amountMinor, cardRefundedMinor } = await database.db.payment.findFirstOrThrow({
    where: { orderId, status: 'SUCCEEDED' },
  })
  await inTransaction(database.db, tx =>
    refundOrAsk(tx, limitsOf(2_000n), {
      ...{
        orderId,
        refundRequestId: newId('refundRequest', new Date()),
        amountMinor: '2000',
        lines: [],
        reason: 'late',
      },
      ...{ seenLeftMinor: `${amountMinor - cardRefundedMinor}`, operator: { id: asker, role: 'finance' } },
    }),
  )
  expect(await settle(one, { limit: won + 1_999n })).toMatchObject({ outcome: 'waiting' })
})

test('what was closed, or tried again in vain, since it was asked for is not settled by who approves it', async () => {
  const [closed, tried] = [await stopped(), await stopped()]
  const asked = [await settle(closed), await settle(tried)]
  await database.db.saga.update({ where: { id: closed.sagaId }, data: { status: 'COMPLETED' } })
  await database.db.incident.update({
    where: { id: closed.incidentId },
    data: { resolvedAt: new Date(), resolution: 'went-on' },
  })
  // Its saga went on for another reason, such as a cancelling that turned it round, and stopped once more.
  await database.db.saga.update({ where: { id: tried.sagaId }, data: { generation: { increment: 1 } } })
  for (const { approvalId } of asked)
    await expect(decide(approvalId)).rejects.toMatchObject({ code: 'incident-moved-on' })
  for (const one of [closed, tried]) expect(await refundOf(one)).toMatchObject({ status: 'PLANNED' })
})

test('while it waits for somebody else nobody else can retry, resume or undo it, nor settle it past the request', async () => {
  const one = await stopped()
  await settle(one)
  const { incidentId, sagaId } = one
  const request = { incidentId, operatorId: other, leaseSeconds: 30 }
  const acts = [
    () => retryIncident(database.db, { ...request, correlationId: 'cor_test' }),
    () => resumeFromStep(database.db, { ...request, stepId: 'refund-card' }),
    () => forceUndo(database.db, { ...request, reason: 'not needed' }),
  ]
  for (const act of acts)
    await expect(act()).rejects.toMatchObject({
      code: 'repair-not-possible',
      details: { reason: 'settlement-asked' },
    })
  await expect(settle(one, { limit: 1_000_000n })).rejects.toMatchObject({ code: 'incident-moved-on' })
  expect(await database.db.saga.findUnique({ where: { id: sagaId } })).toMatchObject({ status: 'NEEDS_ATTENTION' })
  expect(await readUnderWay(database.db, [incidentId])).toEqual(new Map([[incidentId, 'settlement-asked']]))
  expect(await refundOf(one)).toMatchObject({ status: 'PLANNED' })
})

test('while it waits for somebody else the shop does not try again by itself', async () => {
  const one = await stopped()
  await database.db.incident.update({ where: { id: one.incidentId }, data: { nextTryAt: new Date(0) } })
  const isDue = async () => (await listDueIncidents(database.db, 100)).some(({ id }) => id === one.incidentId)
  expect(await isDue()).toBe(true)
  const { approvalId } = await settle(one)
  expect(await isDue()).toBe(false)
  await inTransaction(database.db, tx =>
    decideApproval(tx, apply, {
      approvalId: approvalId ?? '',
      decision: 'refuse',
      reason: 'no such number',
      operatorId: other,
    }),
  )
  expect(await isDue()).toBe(true)
})

test.each<[string, Said, string]>([
  ['without a reference', { reference: null }, 'invalid-input'],
  ['by whom it is no business of', { role: 'operations' }, 'forbidden'],
])('nothing is asked for %s', async (_how, said, code) => {
  const one = await stopped()
  await expect(settle(one, said)).rejects.toMatchObject({ code })
  expect(await database.db.approval.count({ where: { orderId: one.orderId, state: 'WAITING' } })).toBe(0)
})

test('who asked and is no longer of finance when it is approved has said nothing', async () => {
  const one = await stopped()
  const { approvalId } = await settle(one)
  await database.db.user.update({ where: { id: asker }, data: { role: 'support' } })
  await expect(decide(approvalId)).rejects.toMatchObject({ code: 'forbidden' })
  await database.db.user.update({ where: { id: asker }, data: { role: 'finance' } })
  expect(await refundOf(one)).toMatchObject({ status: 'PLANNED' })
})

test('money for a wallet is of no order and waits as well', async () => {
  const userId = await createTestShopper(database.db)
  const topUpId = newId('topUp', new Date())
  const limits = { topUpMinMinor: 1n, topUpMaxMinor: 100_000n }
  const paying = { paymentMethod: 'pm_card_visa', correlationId: 'cor_test', limits }
  await openTopUp(database.db, { userId, topUpId, amountMinor: 50_000n, ...paying })
  const { incidentId } = await stopTestSaga(database.db, {
    name: 'top-up-wallet',
    orderId: null,
    input: { topUpId },
    direction: 'UNDOING',
    kind: 'undo-failed',
    steps: [{ stepId: 'charge-top-up', undoStatus: 'FAILED', result: { chargeRef: `pi_${topUpId}` } }],
    at: 'undo:charge-top-up',
  })
  const { approvalId } = await settle({ incidentId })
  expect(await database.db.approval.findUnique({ where: { id: approvalId ?? '' } })).toMatchObject({
    userId,
    amountMinor: 50_000n,
  })
  await decide(approvalId)
  expect(await database.db.walletTopUp.findUnique({ where: { id: topUpId } })).toMatchObject({ status: 'REFUNDED' })
})

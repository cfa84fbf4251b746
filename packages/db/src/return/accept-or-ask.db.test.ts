import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideApproval, withdrawApproval } from '../approval/decide-approval.ts'
import { inTransaction } from '../client.ts'
import { refundOrAsk } from '../refund/refund-or-ask.ts'
import { applyCarrierEvent } from '../shipment/apply-carrier-event.ts'
import { applyOnly } from '../testing/apply-only.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { acceptOrAsk, applyApprovedReturn } from './accept-or-ask.ts'
import { rejectReturn } from './decide-return.ts'
import { getOperatorReturn } from './get-operator-return.ts'
import { requestReturn } from './request-return.ts'

let database: TestDatabase
let asker: string
let other: string
beforeAll(async () => {
  database = await createTestDatabase()
  asker = await createTestShopper(database.db)
  other = await createTestShopper(database.db)
})
afterAll(() => database.drop())

const limit = { supportMinor: 5_000n, financeMinor: 50_000n }
const apply = applyOnly({ 'return-without-goods': applyApprovedReturn })
const limitsOf = (supportMinor = limit.supportMinor) => ({
  aloneUpTo: { refund: { ...limit, supportMinor }, 'wallet-adjustment': limit },
  approvalSeconds: 600,
})

/** A return of all of an order that the carrier has lost. */
const lostOrder = async () => lostOf((await bringTestOrder(database.db, 'SHIPPING')).orderId)
const lostOf = async (orderId: string) => {
  const returnId = newId('return', new Date())
  await inTransaction(database.db, tx => requestReturn(tx, { orderId, returnId, by: 'operator', reason: 'lost' }))
  const { version } = await database.db.order.findUniqueOrThrow({ where: { id: orderId } })
  const { refundMinor } = await database.db.returnRequest.findUniqueOrThrow({ where: { id: returnId } })
  return { orderId, returnId, seenVersion: version, refundMinor }
}
type Lost = Awaited<ReturnType<typeof lostOrder>>
const accept = ({ returnId, seenVersion }: Lost, withoutGoods = true, limits = limitsOf()) =>
  inTransaction(database.db, tx =>
    acceptOrAsk(tx, limits, {
      ...{ returnId, seenVersion, withoutGoods, reason: 'the carrier lost it' },
      approvalId: newId('approval', new Date()),
      operator: { id: asker, role: 'operations' },
    }),
  )
const decide = (approvalId: string | null, operatorId: string) =>
  inTransaction(database.db, tx =>
    decideApproval(tx, apply, { approvalId: approvalId ?? '', decision: 'approve', reason: 'seen', operatorId }),
  )
const statusOf = async ({ returnId }: Lost) =>
  (await database.db.returnRequest.findUniqueOrThrow({ where: { id: returnId } })).status

test('above the limit no goods are given up until somebody else approves it, and then once, in the name of who asked', async () => {
  const lost = await lostOrder()
  const looks = { id: asker, role: 'operations', aloneUpTo: limitsOf().aloneUpTo } as const
  const told = (viewer: Parameters<typeof getOperatorReturn>[3]) =>
    getOperatorReturn(database.db, lost.returnId, 'en', viewer)
  expect(await told(looks)).toMatchObject({ acceptsWithoutGoodsAlone: false, approvals: [] })
  expect(await told({ ...looks, aloneUpTo: limitsOf(lost.refundMinor).aloneUpTo })).toMatchObject({
    acceptsWithoutGoodsAlone: true,
  })
  const { outcome, approvalId } = await accept(lost)
  expect(outcome).toBe('waiting')
  expect(await statusOf(lost)).toBe('REQUESTED')
  const waits = { id: approvalId, kind: 'return-without-goods', returnId: lost.returnId }
  expect(await told(looks)).toMatchObject({ approvals: [{ ...waits, toDecide: false }] })
  const decides = { ...looks, id: other, role: 'finance' } as const
  expect(await told(decides)).toMatchObject({ approvals: [{ ...waits, toDecide: true }] })
  await expect(decide(approvalId, asker)).rejects.toMatchObject({ code: 'own-request' })
  const answers = await Promise.allSettled([decide(approvalId, other), decide(approvalId, other)])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await told(decides)).toMatchObject({ approvals: [] })
  expect(await database.db.returnRequest.findUnique({ where: { id: lost.returnId } })).toMatchObject({
    status: 'ACCEPTED',
    withoutGoods: true,
    decidedBy: asker,
  })
  const audits = await database.db.auditEntry.findMany({ where: { subject: lost.returnId } })
  expect(audits).toMatchObject([{ action: 'return.accept', actorId: asker, reason: 'the carrier lost it' }])
})

test('with the goods coming back, or within the limit, one operator is enough', async () => {
  const [withGoods, small] = [await lostOrder(), await lostOrder()]
  expect(await accept(withGoods, false)).toMatchObject({ outcome: 'applied' })
  expect(await accept(small, true, limitsOf(small.refundMinor))).toMatchObject({ outcome: 'applied' })
})

test('a part of the money given back alone counts together with goods that are given up alone', async () => {
  const { orderId } = await bringTestOrder(database.db, 'SHIPPING')
  const { amountMinor } = await database.db.payment.findFirstOrThrow({ where: { orderId, status: 'SUCCEEDED' } })
  const part = { orderId, refundRequestId: newId('refundRequest', new Date()), amountMinor: '2000', lines: [] }
  const operator = { id: asker, role: 'operations' } as const
  const asked = { ...part, reason: 'late', seenLeftMinor: `${amountMinor}`, operator }
  await inTransaction(database.db, tx => refundOrAsk(tx, limitsOf(), asked))
  const lost = await lostOf(orderId)
  const { outcome, approvalId } = await accept(lost, true, limitsOf(lost.refundMinor))
  expect(outcome).toBe('waiting')
  await inTransaction(database.db, tx => withdrawApproval(tx, { approvalId: approvalId ?? '', operatorId: asker }))
  expect(await accept(lost, true, limitsOf(lost.refundMinor + 2_000n))).toMatchObject({ outcome: 'applied' })
})

test('while it waits nobody decides it another way, within the limit or not', async () => {
  const lost = await lostOrder()
  const { approvalId } = await accept(lost)
  const waits = { code: 'approval-waiting', details: { approvalId } }
  await expect(accept(lost, false)).rejects.toMatchObject(waits)
  await expect(accept(lost, true, limitsOf(lost.refundMinor))).rejects.toMatchObject(waits)
  const rejecting = { returnId: lost.returnId, operatorId: other, reason: 'worn' }
  await expect(inTransaction(database.db, tx => rejectReturn(tx, rejecting))).rejects.toMatchObject(waits)
  const looks = { id: asker, role: 'operations', aloneUpTo: limitsOf().aloneUpTo } as const
  const told = () => getOperatorReturn(database.db, lost.returnId, 'en', looks)
  expect((await told()).acts).toMatchObject({ accept: { refusal: waits.code }, reject: { refusal: waits.code } })
  const name = 'Who agreed to it'
  await database.db.user.update({ where: { id: other }, data: { name } })
  await decide(approvalId, other)
  expect(await told()).toMatchObject({ status: 'ACCEPTED', decidedBy: name })
})

test('of two who give the same goods up at once one does; of two requests one waits', async () => {
  const [small, large] = [await lostOrder(), await lostOrder()]
  const alone = limitsOf(small.refundMinor)
  const given = await Promise.allSettled([accept(small, true, alone), accept(small, true, alone)])
  expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const answer of given)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'return-moved-on' })
  const asked = await Promise.allSettled([accept(large), accept(large)])
  expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const answer of asked)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'approval-waiting' })
})

test('what was delivered after all is not given up by who saw it lost, nor by who approves it', async () => {
  const [seen, asked] = [await lostOrder(), await lostOrder()]
  const { approvalId } = await accept(asked)
  for (const { orderId } of [seen, asked]) {
    const { shipmentRef } = await database.db.shipment.findFirstOrThrow({ where: { orderId } })
    await inTransaction(database.db, tx => applyCarrierEvent(tx, { shipmentRef, status: 'delivered' }, 600))
  }
  await expect(accept(seen)).rejects.toMatchObject({ code: 'order-moved-on', details: { status: 'DELIVERED' } })
  await expect(decide(approvalId, other)).rejects.toMatchObject({ code: 'order-moved-on' })
  expect(await statusOf(asked)).toBe('REQUESTED')
})

import { newId } from '@makegood/core/ids'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { resolveIncident } from '../incident/resolve-incident.ts'
import { retryIncident } from '../incident/retry-incident.ts'
import { settleByHand } from '../incident/settle-by-hand.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { openTopUp } from '../wallet/open-top-up.ts'
import { markTopUpRefunded } from '../wallet/settle-top-up.ts'
import { failRefund } from './fail-refund.ts'
import { finishRefund } from './finish-refund.ts'
import { getPlannedRefund } from './get-planned-refund.ts'
import { planRefund } from './plan-refund.ts'
import { recordFullRefund } from './record-full-refund.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  const breaches = await checkInvariants(database.db)
  expect(breaches.filter(({ invariant }) => aboutRefunds.test(invariant))).toEqual([])
})
afterAll(() => database.drop())

const aboutRefunds = /did not arrive|counters of a payment|left undone/
const because = 'expired_or_canceled_card'
const won = 28_000n

/** A saga that has ended, of which one step has made a refund. */
const endedSaga = async (
  { id, name, orderId, input }: { id: string; name: string; orderId: string | null; input: Record<string, string> },
  status: 'COMPLETED' | 'UNDONE' | 'RUNNING',
  stepId: string,
) => {
  const undoing = status === 'UNDONE'
  const saga = {
    name,
    orderId,
    input,
    status,
    direction: undoing ? 'UNDOING' : 'FORWARD',
    ...(undoing ? { refusal: { reason: 'card-declined', step: stepId } } : {}),
    correlationId: 'cor_test',
    endedAt: status === 'RUNNING' ? null : new Date(),
  }
  await database.db.saga.upsert({ where: { id }, create: { id, ...saga }, update: saga })
  if (name === 'cancel-order')
    await database.db.sagaStep.create({
      data: { sagaId: id, stepId: 'mark-cancelled', position: 2, kind: 'pivot', status: 'DONE', attempts: 1 },
    })
  const step = { sagaId: id, stepId, position: 3, kind: undoing ? 'undoable' : 'forward-only', status: 'DONE' }
  await database.db.sagaStep.create({ data: { ...step, attempts: 1, ...(undoing ? { undoStatus: 'DONE' } : {}) } })
}

/** A cancelled purchase whose refund the gateway has taken on. */
const refundedOrder = async (status: 'COMPLETED' | 'RUNNING' = 'COMPLETED') => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'CONFIRMED')
  await database.db.saga.updateMany({ where: { orderId }, data: { status: 'COMPLETED' } })
  const cancellationId = newId('cancellation', new Date())
  const source = { source: 'cancellation', sourceId: cancellationId } as const
  const refundRef = `re_${cancellationId}`
  const sagaId = `cancel-order:${cancellationId}`
  await inTransaction(database.db, async tx => {
    await planRefund(tx, orderId, source, won)
    const planned = await getPlannedRefund(tx, source, 'card')
    await finishRefund(tx, planned?.id ?? '', refundRef)
    await tx.$executeRaw`update "order" set needs_attention = false where id = ${orderId}`
  })
  await endedSaga(
    { id: sagaId, name: 'cancel-order', orderId, input: { orderId, cancellationId } },
    status,
    'refund-card',
  )
  const chargeRef = `ch_${paymentId}`
  const failed = { refundRef, chargeRef, because }
  return { orderId, paymentId, sagaId, source, failed }
}
type Refunded = Awaited<ReturnType<typeof refundedOrder>>

const incidentOf = (sagaId: string) => database.db.incident.findFirst({ where: { sagaId } })
const refundOf = ({ orderId }: Pick<Refunded, 'orderId'>) => database.db.refund.findFirstOrThrow({ where: { orderId } })
const idOf = async (sagaId: string) => (await incidentOf(sagaId))?.id ?? expect.fail('no incident')
const byHand = async (sagaId: string, reference: string | null) =>
  settleByHand(database.db, {
    incidentId: await idOf(sagaId),
    operatorId: 'op_1',
    role: 'finance',
    reason: 'sent by bank',
    reference,
    leaseSeconds: 30,
  })

test('a refund that is still being made cannot have failed in the books: it throws, to be told again', async () => {
  const running = await refundedOrder('RUNNING')
  await expect(failRefund(database.db, running.failed)).rejects.toThrow('still under way')
  expect(await refundOf(running)).toMatchObject({ status: 'DONE' })
  await database.db.refund.updateMany({
    where: { orderId: running.orderId },
    data: { status: 'PLANNED', gatewayRef: null, doneAt: null },
  })
  await expect(failRefund(database.db, running.failed)).rejects.toThrow('still being made')
  await database.db.saga.update({ where: { id: running.sagaId }, data: { status: 'COMPLETED' } })
  await database.db.refund.updateMany({
    where: { orderId: running.orderId },
    data: { status: 'DONE', doneAt: new Date() },
  })
})

test('a refund that did not arrive is owed: FAILED in the books, in front of a person, and not closed by a word', async () => {
  const refunded = await refundedOrder()
  const { orderId, sagaId, failed, source } = refunded
  expect(await failRefund(database.db, failed)).toBe('owed')
  expect(await failRefund(database.db, failed)).toBe('known')
  expect(await failRefund(database.db, { ...failed, refundRef: 're_of_nobody' })).toBe('not in the books')
  expect(await refundOf(refunded)).toMatchObject({ status: 'FAILED', doneAt: null })
  expect(await getPlannedRefund(database.db, source, 'card')).toMatchObject({ amountMinor: won })
  expect(await incidentOf(sagaId)).toMatchObject({
    kind: 'refund-failed',
    stepId: 'refund-card',
    orderId,
    occurrences: 1,
  })
  const incidentId = await idOf(sagaId)
  await expect(resolveIncident(database.db, { incidentId, operatorId: 'op_1', reason: 'seen' })).rejects.toMatchObject({
    details: { reason: 'still-owes', instead: ['retry', 'resume', 'settle-by-hand'] },
  })
})

test('tried again it is asked for under a key of its own; made again it is done, once, with the new reference', async () => {
  const refunded = await refundedOrder()
  const { sagaId, failed, source } = refunded
  await failRefund(database.db, failed)
  const request = { incidentId: await idOf(sagaId), operatorId: 'op_1', leaseSeconds: 30, correlationId: 'cor_test' }
  await retryIncident(database.db, request)
  expect(await database.db.saga.findUnique({ where: { id: sagaId } })).toMatchObject({
    status: 'RUNNING',
    generation: 2,
  })
  const step = await database.db.sagaStep.findFirstOrThrow({ where: { sagaId, stepId: 'refund-card' } })
  expect(step).toMatchObject({ status: 'FAILED', reopened: 1, result: null })
  await inTransaction(database.db, async tx => {
    const owed = await getPlannedRefund(tx, source, 'card')
    await finishRefund(tx, owed?.id ?? '', 're_again')
  })
  expect(await refundOf(refunded)).toMatchObject({ status: 'DONE', gatewayRef: 're_again' })
})

test('settled by hand it needs a reference, and is in the books with it', async () => {
  const refunded = await refundedOrder()
  await failRefund(database.db, refunded.failed)
  await expect(byHand(refunded.sagaId, null)).rejects.toMatchObject({ code: 'invalid-input' })
  await byHand(refunded.sagaId, 'bank 79')
  expect(await refundOf(refunded)).toMatchObject({ status: 'DONE', gatewayRef: 'bank 79' })
  expect(await incidentOf(refunded.sagaId)).toMatchObject({ resolution: 'settled-by-hand' })
})

test.each(['undo', 'late'] as const)('so is the refund of a whole charge, made by %s', async source => {
  const order = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const { orderId, paymentId } = order
  if (source === 'late') await database.db.payment.update({ where: { id: paymentId }, data: { status: 'FAILED' } })
  const [name, stepId] =
    source === 'undo' ? ['pay-order', 'charge-card'] : ['settle-late-payment', 'refund-late-charge']
  const sagaId = `${name}:${paymentId}`
  const chargeRef = `ch_${paymentId}`
  const input = { orderId, paymentId, chargeRef }
  await endedSaga({ id: sagaId, name, orderId, input }, source === 'undo' ? 'UNDONE' : 'COMPLETED', stepId)
  const full = { paymentId, source, chargeRef }
  await inTransaction(database.db, tx => recordFullRefund(tx, { ...full, refundRef: `re_1_${source}` }))

  expect(await failRefund(database.db, { refundRef: `re_1_${source}`, chargeRef, because })).toBe('owed')
  expect(await refundOf(order)).toMatchObject({ status: 'FAILED' })
  await inTransaction(database.db, tx => recordFullRefund(tx, { ...full, refundRef: `re_2_${source}` }))
  expect(await refundOf(order)).toMatchObject({ status: 'DONE', gatewayRef: `re_2_${source}` })
  const payment = () => database.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
  expect(await payment()).toMatchObject({ status: 'REFUNDED', refundRef: `re_2_${source}`, cardRefundedMinor: won })

  await database.db.saga.update({ where: { id: sagaId }, data: { status: source === 'undo' ? 'UNDONE' : 'COMPLETED' } })
  await database.db.sagaStep.updateMany({
    where: { sagaId },
    data: source === 'undo' ? { undoStatus: 'DONE' } : { status: 'DONE' },
  })
  expect(await failRefund(database.db, { refundRef: `re_2_${source}`, chargeRef, because })).toBe('owed')
  await expect(byHand(sagaId, null)).rejects.toMatchObject({ code: 'invalid-input' })
  await byHand(sagaId, `bank ${source}`)
  expect(await payment()).toMatchObject({ status: 'REFUNDED', refundRef: `bank ${source}` })
  expect(await database.db.refund.count({ where: { orderId } })).toBe(1)
})

test('and the refund of a top-up', async () => {
  const { db } = database
  const [userId, topUpId] = [await createTestShopper(db), newId('topUp', new Date())]
  const limits = { topUpMinMinor: 1n, topUpMaxMinor: 10_000n }
  const card = { paymentMethod: 'pm_card_visa', correlationId: 'cor_test' }
  await openTopUp(db, { topUpId, userId, amountMinor: 5000n, limits, ...card })
  const sagaId = `top-up-wallet:${topUpId}`
  await endedSaga(
    { id: sagaId, name: 'top-up-wallet', orderId: null, input: { topUpId, userId } },
    'UNDONE',
    'charge-top-up',
  )
  const refund = { topUpId, chargeRef: 'pi_top', refundRef: 're_top' }
  await inTransaction(db, tx => markTopUpRefunded(tx, refund))
  expect(await failRefund(db, { refundRef: 're_top', chargeRef: 'pi_top', because })).toBe('owed')
  await expect(byHand(sagaId, null)).rejects.toMatchObject({ code: 'invalid-input' })
  await byHand(sagaId, 'bank 80')
  expect(await db.walletTopUp.findUnique({ where: { id: topUpId } })).toMatchObject({
    status: 'REFUNDED',
    refundRef: 'bank 80',
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { type StoppedSaga, stopTestSaga } from '../testing/stop-test-saga.ts'
import { forceUndo } from './force-undo.ts'
import { resumeFromStep } from './resume-from-step.ts'

let database: TestDatabase
let orderId: string
beforeAll(async () => {
  database = await createTestDatabase()
  orderId = (await seedReservedOrder(database.db)).orderId
})
afterAll(() => database.drop())

const steps = [
  { stepId: 'confirm-stock' },
  { stepId: 'charge-card', status: 'REFUSED' },
  { stepId: 'mark-paid', kind: 'pivot', status: 'STARTED' },
] as const
const stop = (changed: Partial<StoppedSaga> = {}) =>
  stopTestSaga(database.db, { orderId, steps, at: 'charge-card', kind: 'saga-held', ...changed })
const request = (incidentId: string) => ({ incidentId, operatorId: 'op_1', leaseSeconds: 30 })
const resume = (incidentId: string, stepId: string) => resumeFromStep(database.db, { ...request(incidentId), stepId })
const undo = (incidentId: string) => forceUndo(database.db, { ...request(incidentId), reason: 'the shopper rang' })
const sagaOf = (id: string) => database.db.saga.findUniqueOrThrow({ where: { id } })
const audits = (subject: string) => database.db.auditEntry.count({ where: { subject } })

test('a saga goes on at its open step; a later one, one that is done and one that is none are refused and change nothing', async () => {
  const { sagaId, incidentId } = await stop()
  for (const [stepId, reason] of [
    ['mark-paid', 'step-before-open'],
    ['confirm-stock', 'step-done'],
    ['no-such-step', 'step-unknown'],
  ] as const)
    await expect(resume(incidentId, stepId)).rejects.toMatchObject({ code: 'repair-not-possible', details: { reason } })
  expect(await sagaOf(sagaId)).toMatchObject({ status: 'NEEDS_ATTENTION', generation: 1 })
  expect(await audits(incidentId)).toBe(0)
  await resume(incidentId, 'charge-card')
  expect(await sagaOf(sagaId)).toMatchObject({ status: 'RUNNING', generation: 2, direction: 'FORWARD' })
  const where = { sagaId_stepId: { sagaId, stepId: 'charge-card' } }
  expect(await database.db.sagaStep.findUnique({ where })).toMatchObject({ status: 'FAILED' })
  expect(await audits(incidentId)).toBe(1)
})

test('a saga turns round once, with the reason in the books; a second operator learns that it moved on', async () => {
  const { sagaId, incidentId } = await stop()
  const answers = await Promise.allSettled([undo(incidentId), undo(incidentId), resume(incidentId, 'charge-card')])
  expect(answers.filter(answer => answer.status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'incident-moved-on' })
  expect(await sagaOf(sagaId)).toMatchObject({ status: 'RUNNING', generation: 2 })
  expect(await audits(incidentId)).toBe(1)
})

test('turned round it goes back for the operator, who is named in the books with the reason', async () => {
  const { sagaId, incidentId } = await stop()
  await undo(incidentId)
  expect(await sagaOf(sagaId)).toMatchObject({
    direction: 'UNDOING',
    refusal: { reason: 'operator-undo', step: 'charge-card' },
  })
  expect(await database.db.auditEntry.findFirst({ where: { subject: incidentId } })).toMatchObject({
    action: 'incident.undo',
    actorId: 'op_1',
    reason: 'the shopper rang',
  })
})

test.each<[string, Partial<StoppedSaga>, string]>([
  [
    'past its pivot',
    {
      steps: [
        { stepId: 'mark-paid', kind: 'pivot' },
        { stepId: 'confirm-order', status: 'FAILED' },
      ],
      at: 'confirm-order',
    },
    'pivot-done',
  ],
  ['on its way back already', { direction: 'UNDOING' }, 'saga-undoing'],
  [
    'without a way back',
    { name: 'return-order', steps: [{ stepId: 'plan-refund', status: 'FAILED' }], at: 'plan-refund' },
    'no-way-back',
  ],
])('a saga %s is not turned round, and nothing is written', async (_name, changed, reason) => {
  const { sagaId, incidentId } = await stop(changed)
  await expect(undo(incidentId)).rejects.toMatchObject({ code: 'repair-not-possible', details: { reason } })
  expect(await sagaOf(sagaId)).toMatchObject({ status: 'NEEDS_ATTENTION', generation: 1 })
  expect(await audits(incidentId)).toBe(0)
})

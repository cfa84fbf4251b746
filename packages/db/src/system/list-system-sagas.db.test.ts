import { listSystemSagasInput } from '@makegood/core/system/views'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Prisma } from '../generated/prisma/client.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { stopTestSaga } from '../testing/stop-test-saga.ts'
import { listSystemSagas } from './list-system-sagas.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const leaseSeconds = 30
const list = async (wanted: object) =>
  (await listSystemSagas(database.db, listSystemSagasInput.parse(wanted), leaseSeconds)).sagas

type Step = Omit<Prisma.SagaStepUncheckedCreateInput, 'sagaId' | 'position' | 'kind'>

const run = async (id: string, step: Step, saga: Partial<Prisma.SagaUncheckedCreateInput> = {}): Promise<string> => {
  await database.db.saga.create({
    data: {
      id: `pay-order:${id}`,
      name: 'pay-order',
      status: 'RUNNING',
      correlationId: id,
      currentStep: step.stepId,
      leaseUntil: new Date(Date.now() + 60_000),
      ...saga,
      steps: { create: { position: 1, kind: 'forward-only', ...step } },
    },
  })
  return `pay-order:${id}`
}
const only = async (state: string) => (await list({ state })).map(({ id }) => id)

test('what waits for somebody is waiting however often it has looked, with since when and when it looks again', async () => {
  const startedAt = new Date(Date.now() - 3_600_000)
  const leaseUntil = new Date(Date.now() + 90_000)
  const id = await run('waits', { stepId: 'await-goods', status: 'STARTED', attempts: 9, startedAt }, { leaseUntil })
  expect(await only('waiting')).toEqual([id])
  expect(await list({ state: 'waiting' })).toMatchObject([
    {
      currentStep: 'await-goods',
      stateSince: startedAt.toISOString(),
      nextAt: new Date(leaseUntil.getTime() - leaseSeconds * 1000).toISOString(),
    },
  ])
})

test('what is tried again, is undone, shows no progress or simply runs is in the list of that state and of no other', async () => {
  const retried = await run('retried', { stepId: 'charge-card', status: 'FAILED', attempts: 2, error: 'no answer' })
  const undone = await run(
    'undone',
    { stepId: 'charge-card', status: 'DONE' },
    { direction: 'UNDOING', refusal: { reason: 'operator-undo' } },
  )
  const silent = await run(
    'silent',
    { stepId: 'charge-card', status: 'STARTED', attempts: 1 },
    { leaseUntil: new Date(0) },
  )
  const plain = await run('plain', { stepId: 'charge-card', status: 'STARTED', attempts: 1 })
  expect(await only('retrying')).toEqual([retried])
  expect(await only('undoing')).toEqual([undone])
  expect(await only('stuck')).toEqual([silent])
  expect(await only('running')).toEqual([plain])
  expect(await list({ state: 'retrying' })).toMatchObject([{ error: 'no answer', attempts: 2, nextAt: null }])
})

test('what stopped names its step and its cause, and the next try where the shop tries again by itself', async () => {
  const { db } = database
  const { sagaId } = await stopTestSaga(db, {
    name: 'fulfil-order',
    orderId: null,
    steps: [{ stepId: 'register-shipment', status: 'REFUSED', result: { reason: 'parcel-refused', carrierCode: 'X' } }],
    at: 'register-shipment',
    kind: 'saga-held',
  })
  const [stopped] = await list({ state: 'stopped' })
  expect(stopped).toMatchObject({ id: sagaId, currentStep: 'register-shipment', nextAt: null })
  expect(JSON.parse(stopped?.error ?? '')).toEqual({ reason: 'parcel-refused', carrierCode: 'X' })
  const nextTryAt = new Date(Date.now() + 30_000)
  await db.incident.updateMany({ where: { sagaId }, data: { nextTryAt } })
  expect(await list({ state: 'stopped' })).toMatchObject([{ nextAt: nextTryAt.toISOString() }])
})

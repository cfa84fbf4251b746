import type { Db } from '@makegood/db/client'
import { resumeSaga } from '@makegood/db/saga/resume-saga'
import { runSaga, type SagaResult } from '../saga/run-saga.ts'
import type { SagaDefinition } from '../saga/saga-definition.ts'
import { createTestDeps } from './test-deps.ts'
import { createTestEngine } from './test-engine.ts'
import { notesOf, type TestData, type TestSaga } from './test-saga.ts'

/** What a test of the runner does with a saga and reads of it. */
export const watchSagas = (db: Db) => {
  const deps = createTestDeps(db, process.env.TEST_REDIS_URL ?? '')
  return {
    deps,
    run: (begun: TestSaga, definition: SagaDefinition<TestData>, generation = 1): Promise<SagaResult> =>
      runSaga(deps, definition, { ...begun.start, generation }, createTestEngine()),
    /** Starts the saga again, as the job or an operator does. */
    resume: async (begun: TestSaga, from: 'RUNNING' | 'NEEDS_ATTENTION', generation = 1): Promise<void> => {
      const { saga, start } = begun
      const stalled = { id: saga.id, name: 'reserve-order', generation, input: { ...start.input } } as const
      if (!(await resumeSaga(db, stalled, from, 30))) throw new Error(`saga ${saga.id} is not ${from} any more`)
    },
    sagaRow: ({ saga }: TestSaga) => db.saga.findUniqueOrThrow({ where: { id: saga.id } }),
    stepRow: ({ saga }: TestSaga, stepId: string) =>
      db.sagaStep.findUnique({ where: { sagaId_stepId: { sagaId: saga.id, stepId } } }),
    incidents: ({ saga }: TestSaga) => db.incident.findMany({ where: { sagaId: saga.id } }),
    needsAttention: async ({ orderId }: TestSaga) =>
      (await db.order.findUniqueOrThrow({ where: { id: orderId } })).needsAttention,
    notes: ({ orderId }: TestSaga) => notesOf(db, orderId),
    ended: ({ saga }: TestSaga, ended: SagaResult['ended']): SagaResult => ({ sagaId: saga.id, ended }),
  }
}

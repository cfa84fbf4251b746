import { maskSecrets } from '@makegood/core/saga/mask-secrets'
import type { SagaView } from '@makegood/core/saga/saga-views'
import { type MoveFacts, whatStepMoved } from '@makegood/core/saga/what-step-moved'
import type { Saga, SagaStep } from '../generated/prisma/client.ts'
import { traceIdOf } from './trace-id-of.ts'

/**
 * A saga with its steps as an operator sees it, and what each moved by the books of its order. The columns hold only what
 * their checks let in.
 */
export const toSagaView = (saga: Saga & { readonly steps: readonly SagaStep[] }, books: MoveFacts): SagaView => ({
  id: saga.id,
  name: saga.name,
  status: saga.status as SagaView['status'],
  direction: saga.direction as SagaView['direction'],
  generation: saga.generation,
  correlationId: saga.correlationId,
  traceId: traceIdOf(saga.correlationId),
  input: maskSecrets(saga.input),
  startedAt: saga.startedAt.toISOString(),
  endedAt: saga.endedAt?.toISOString() ?? null,
  steps: saga.steps.map(step => ({ ...toStepView(step), ...whatStepMoved(step, saga.input, books) })),
})

type StepView = SagaView['steps'][number]

const toStepView = (step: SagaStep): Omit<StepView, 'moved' | 'movedBack'> => ({
  stepId: step.stepId,
  kind: step.kind as StepView['kind'],
  status: step.status as StepView['status'],
  attempts: step.attempts,
  startedAt: step.startedAt.toISOString(),
  endedAt: step.endedAt?.toISOString() ?? null,
  result: maskSecrets(step.result),
  error: step.error,
  failures: step.failures as StepView['failures'],
  undoStatus: step.undoStatus as StepView['undoStatus'],
  undoAttempts: step.undoAttempts,
  undoError: step.undoError,
  undoneAt: step.undoneAt?.toISOString() ?? null,
})

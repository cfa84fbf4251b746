import { z } from 'zod'
import { stepMoveSchema } from './what-step-moved.ts'

export const sagaStatuses = ['RUNNING', 'COMPLETED', 'UNDONE', 'NEEDS_ATTENTION'] as const

export type SagaStatus = (typeof sagaStatuses)[number]

/** `attempt` counts those of the step, or of its undo. */
export const stepFailureSchema = z.object({
  at: z.iso.datetime(),
  of: z.enum(['step', 'undo']),
  attempt: z.int(),
  error: z.string(),
})
export type StepFailure = z.infer<typeof stepFailureSchema>

export const sagaStepViewSchema = z.object({
  stepId: z.string(),
  kind: z.enum(['undoable', 'pivot', 'forward-only']),
  status: z.enum(['STARTED', 'DONE', 'REFUSED', 'FAILED']),
  attempts: z.int(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  result: z.unknown(),
  error: z.string().nullable(),
  /** The attempts that failed, of the step and of its undo, the oldest first; they stay when a later one is good. */
  failures: z.array(stepFailureSchema),
  undoStatus: z.enum(['DONE', 'FAILED']).nullable(),
  undoAttempts: z.int(),
  undoError: z.string().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  /** What it moved of money, stock and coupons, and what its undo moved back. */
  moved: z.array(stepMoveSchema),
  movedBack: z.array(stepMoveSchema),
})

export const sagaViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(sagaStatuses),
  direction: z.enum(['FORWARD', 'UNDOING']),
  /** How often it was started, resumes included. */
  generation: z.int(),
  correlationId: z.string(),
  traceId: z.string(),
  /** What it was begun with; secrets are masked, as in the results. */
  input: z.unknown(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  steps: z.array(sagaStepViewSchema),
})
/** What a saga would do, by its name: its steps in their order. */
export const sagaPlansViewSchema = z.object({
  attemptsMax: z.int(),
  steps: z.record(z.string(), z.array(z.string())),
})

export type SagaView = z.infer<typeof sagaViewSchema>

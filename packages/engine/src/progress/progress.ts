import type { EventGroup } from '../events/store-events.ts'
import type { QueueEntry, RunStatus } from '../runs/run-state.ts'

export type StepRecord = {
  runId: string
  id: string
  position: number
  op: string
  name: string
  memo: string
  /** What the step was given, as JSON. */
  input: string | undefined
  attempt: number
  startedMs: number | undefined
  endedMs: number
}

/** An attempt that failed, of a step or of the function itself. */
export type FailedAttempt = {
  runId: string
  stepId: string
  attempt: number
  name: string
  /** The error as JSON. */
  error: string
  atMs: number
}

export type RunEnd = {
  runId: string
  status: Exclude<RunStatus, 'Running'>
  output: string
  endedMs: number
}

/** What the end of an invoked run tells the step that invoked it. */
export type Answer = { runId: string; stepId: string; memo: string }

/** Everything that one reply, checkpoint, wake-up or cancellation changes; written whole or not at all. */
export type Progress = {
  steps: StepRecord[]
  /** Queue rows that are done with. */
  done: { runId: string; stepId: string }[]
  failures: FailedAttempt[]
  /** Queue rows that change: a retry, or the next call of the function. */
  moved: QueueEntry[]
  added: QueueEntry[]
  ended: RunEnd | undefined
  answer: Answer | undefined
  /** Events of the engine's own: those that tell of the end, and those that invoke functions. */
  events: EventGroup[]
}

export function noProgress(): Progress {
  return { steps: [], done: [], failures: [], moved: [], added: [], ended: undefined, answer: undefined, events: [] }
}

import type { EventGroup } from '../events/store-events.ts'
import type { QueueItem, RunStatus } from '../runs/run-state.ts'

export type StepRecord = {
  runId: string
  id: string
  position: number
  op: string
  name: string
  memo: string
  attempt: number
  endedMs: number
}

export type RunEnd = {
  runId: string
  status: Exclude<RunStatus, 'Running'>
  output: string
  endedMs: number
}

/** Everything that one reply, checkpoint, wake-up or cancellation changes; written whole or not at all. */
export type Progress = {
  steps: StepRecord[]
  /** Queue rows that are done with. */
  done: { runId: string; stepId: string }[]
  /** Queue rows that change: a retry, or the next call of the function. */
  moved: (QueueItem & { taken: boolean })[]
  added: (QueueItem & { taken: boolean })[]
  ended: RunEnd | undefined
  /** Events of the engine's own that tell of the end, with the runs they start. */
  announced: EventGroup | undefined
}

export function noProgress(): Progress {
  return { steps: [], done: [], moved: [], added: [], ended: undefined, announced: undefined }
}

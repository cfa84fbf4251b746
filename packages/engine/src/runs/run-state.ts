export type RunStatus = 'Running' | 'Completed' | 'Failed' | 'Cancelled'

/** A run as the engine has it in memory while it works on it; Postgres holds the same. */
export type RunState = {
  id: string
  functionId: string
  /** Internal id of the event that started it. */
  eventId: string
  /** Its events as canonical JSON. */
  events: string[]
  startedMs: number
  status: RunStatus
  /** Finished steps in the order in which they finished: id to canonical memo. */
  steps: Map<string, string>
  /** Steps that have been planned and have not finished, sleeps included. */
  pending: Set<string>
  /** Whether a call of the function is queued or under way, and whether it must be followed by another. */
  calling: boolean
  callAgain: boolean
  /** Set once the app has answered with a step: only then does it take the execution version as given. */
  answered: boolean
  /** How many calls and writes are under way; the cache keeps what is in use. */
  uses: number
}

/** The item that stands for calling the function to find out how it goes on. */
export const callStep = 'step'

export type QueueKind = 'call' | 'step' | 'sleep'

/** One thing that is still to happen to a run. */
export type QueueItem = {
  runId: string
  stepId: string
  functionId: string
  kind: QueueKind
  dueMs: number
  attempt: number
  generation: number
  /** A step of a group in which the first to finish goes on alone. */
  race: boolean
}

export function callItem(run: { id: string; functionId: string }, dueMs: number): QueueItem {
  return {
    runId: run.id,
    stepId: callStep,
    functionId: run.functionId,
    kind: 'call',
    dueMs,
    attempt: 0,
    generation: 1,
    race: false,
  }
}

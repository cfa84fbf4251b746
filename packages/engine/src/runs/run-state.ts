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
  /** The step that invoked it. */
  parent: { runId: string; stepId: string } | undefined
  priority: number
  /** Steps that have been planned and have not finished, sleeps and waits included. */
  pending: Set<string>
  /** Whether a call of the function is queued or under way, and whether it must be followed by another. */
  calling: boolean
  callAgain: boolean
  /** Set once the app has answered with a step: only then does it take the execution version as given. */
  answered: boolean
  /** Whether the app has been called for it: then it has started in time. */
  called: boolean
  /** Whether steps that were named together are under way. Not stored: it decides how the next call is made, no result. */
  together: boolean
  /** How many calls and writes are under way; the cache keeps what is in use. */
  uses: number
}

/** The item that stands for calling the function to find out how it goes on. */
export const callStep = 'step'

/** The items that end a run: for an event of its cancelOn, or because it has not begun or ended in time. */
export const cancelled = 'cancelled'
export const startTimeout = 'timeout start'
export const finishTimeout = 'timeout finish'

/** Calls of the app, steps that wait for something, and the rows by which a run is cancelled. */
export type QueueKind = 'call' | 'step' | 'sleep' | 'wait' | 'invoke' | 'cancel' | 'timeout'

/** The kinds that stand for a step of the run; a function whose steps are all done is called again. */
export const stepKinds: ReadonlySet<QueueKind> = new Set(['step', 'sleep', 'wait', 'invoke'])

/** One thing that is still to happen to a run. */
export type QueueItem = {
  runId: string
  stepId: string
  functionId: string
  kind: QueueKind
  /** The step's name in the app. */
  name: string
  dueMs: number
  attempt: number
  generation: number
  /** A step of a group in which the first to finish goes on alone. */
  race: boolean
  /** Seconds by which it goes before others of its function that wait for the app. */
  priority: number
  /** The event that a wait is for. */
  waitsFor?: { event: string; condition: string | undefined }
  /** How a wait or an invocation has come out; one that is due without it has timed out. */
  memo?: string
  /** A call in which the app names the next step and leaves it to a call of its own. Not stored: a repeated one runs it. */
  planOnly?: boolean
}

/** A queue item that is written: taken ones this engine works on at once, the others wait for their time. */
export type QueueEntry = QueueItem & { taken: boolean }

type ItemParts = Pick<QueueItem, 'stepId' | 'kind' | 'dueMs'> & Partial<QueueItem>

export function queueItem(run: { id: string; functionId: string; priority: number }, parts: ItemParts): QueueItem {
  return {
    runId: run.id,
    functionId: run.functionId,
    name: '',
    attempt: 0,
    generation: 1,
    race: false,
    priority: run.priority,
    ...parts,
  }
}

export function callItem(run: { id: string; functionId: string; priority: number }, dueMs: number): QueueItem {
  return queueItem(run, { stepId: callStep, kind: 'call', dueMs })
}

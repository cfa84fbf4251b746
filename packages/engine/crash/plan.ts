/** One thing that a run does; its id is unique in the run. What it results in is known before it is done. */
export type Action =
  /** A step that fails so many times and then gives the value. */
  | { type: 'run'; id: string; value: number; failures: number; ms: number }
  | { type: 'parallel'; ids: string[]; value: number; ms: number }
  /** Two steps of the same value: whichever is first. */
  | { type: 'race'; ids: [string, string]; value: number; ms: number }
  | { type: 'sleep'; id: string; ms: number }
  | { type: 'wait'; id: string; answered: boolean; value: number }
  | { type: 'invoke'; id: string; value: number; fails: boolean }
  | { type: 'send'; id: string; value: number }
  /** A step that fails for good, at once or after some attempts, and is made good by another. */
  | { type: 'undo'; id: string; atOnce: boolean; value: number }

/** What the event carries that starts a run. */
export type RunData = { key: string; actions: Action[]; fails: boolean; lock: string }

export type RunEvent = { id: string; name: string; data: RunData | { key: string } }

/** How a run must end. */
export type ExpectedRun = {
  slug: string
  key: string
  status: 'Completed' | 'Failed' | 'Cancelled'
  /** Not compared where it is absent: that of a failed run has stacks in it. */
  output?: unknown
  /** Steps that the app executes, which must be stored and executed at least once. */
  executed: string[]
  /** Further steps that are stored: waits, sleeps, invocations. */
  stored: string[]
  /** Groups of steps of which at least one is stored; the others may be. */
  anyOf: string[][]
}

export const names = {
  answer: 'crash/answer',
  batched: 'crash/batched',
  cancel: 'crash/cancel',
  started: 'crash/started',
} as const

/** Functions that do what their event says, each with options of its own. */
export const walkers = ['direct', 'checkpointed', 'buffered', 'limited'] as const

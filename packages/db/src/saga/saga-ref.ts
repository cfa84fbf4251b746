/** Which run of which saga. The id is made from what it is about, so that a second start finds the first. */
export type SagaRef = {
  readonly id: string
  readonly name: string
  /** Null where the saga is about no order. */
  readonly orderId: string | null
  readonly correlationId: string
  /** Raised by each resume; a run of an older generation can write nothing. */
  readonly generation: number
  /** For how long the saga counts as alive after each progress. */
  readonly leaseSeconds: number
}

export type StepKind = 'undoable' | 'pivot' | 'forward-only'
export type SagaDirection = 'FORWARD' | 'UNDOING'

/** Which step of its saga, where in it, and when it may begin. */
export type StepRow = {
  readonly id: string
  readonly kind: StepKind
  readonly position: number
  /** The way the saga must be going. */
  readonly direction: SagaDirection
  /** True where an open request to cancel the order keeps the step from beginning. */
  readonly stopsOnCancel: boolean
}

export type RecordedStep = { readonly status: 'DONE' | 'REFUSED'; readonly result: unknown }

/** Why a run may not go on: another run has the saga, its order is paused, or shall be cancelled. */
export type Stop = 'stale' | 'paused' | 'cancel-requested'

/** Which run of which saga, for which order. The id is made from what it is about, so that a second start finds the first. */
export type SagaRef = {
  readonly id: string
  readonly name: string
  readonly orderId: string
  readonly correlationId: string
}

export type StepKind = 'undoable' | 'pivot' | 'forward-only'

/** Which step of its saga, and where in it. */
export type StepRow = { readonly id: string; readonly kind: StepKind; readonly position: number }

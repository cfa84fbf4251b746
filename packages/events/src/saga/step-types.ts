import type { EventName } from '@makegood/core/events/catalogue'
import type { Tx } from '@makegood/db/client'
import type { SagaRef, StepKind } from '@makegood/db/saga/saga-ref'

/**
 * What a step came to. `refused` is an expected no (not enough stock, a declined card): it is recorded, never retried, and
 * it left nothing behind. Anything thrown is tried again within the bound.
 */
export type StepOutcome =
  | { readonly outcome: 'done'; readonly result?: unknown }
  | { readonly outcome: 'refused'; readonly result: Refusal }

/** `reason` is a word for the shopper's page; the rest is for the history and operators. */
export type Refusal = { readonly reason: string } & Readonly<Record<string, unknown>>

/** What the steps of a run have recorded so far, by step id. */
export type StepResults = Readonly<Record<string, unknown>>

/** Everything that a step may know: its saga, the saga's own input, and what the steps before it recorded. */
export type StepInput<Data> = { readonly saga: SagaRef; readonly data: Data; readonly results: StepResults }

/** A step whose whole effect is in the shop's database: effect and row are one transaction. */
type LocalAct<Data> = { readonly reach: 'local'; run(tx: Tx, input: StepInput<Data>): Promise<StepOutcome> }

/**
 * A step that calls the outside. `prepare` reads what to send, in the transaction of the intent row, or finds that there is
 * nothing to do or no leave to do it; `call` sends it with a key that is the same on every attempt; `record` writes the
 * shop's own consequence in the transaction of the outcome.
 */
type OutsideAct<Data> = {
  readonly reach: 'outside'
  prepare(tx: Tx, input: StepInput<Data>): Promise<{ readonly ready: unknown } | { readonly settled: StepOutcome }>
  call(ready: unknown, key: string): Promise<StepOutcome>
  record(tx: Tx, input: StepInput<Data>, outcome: StepOutcome, key: string): Promise<void>
}

/**
 * A step that waits until something outside has happened. It looks, and where it must wait, looks again when `wakeOn`
 * comes for the same `match`, or after a while that grows: a lost event costs time, never the step. When its time is over
 * it looks for the last time and must come to an outcome. A look that cannot say waits on, `because` of what.
 */
type WaitAct<Data> = {
  readonly reach: 'wait'
  readonly wakeOn: EventName
  /** The field of the saga's input that the awaited event has too. */
  readonly match: string
  /** For how long it may wait, in seconds from its first look. */
  readonly waitSeconds: number
  look(input: StepInput<Data>, expired: boolean): Promise<StepOutcome | StillWaiting>
  record(tx: Tx, input: StepInput<Data>, outcome: StepOutcome): Promise<void>
}

export type StillWaiting = { readonly outcome: 'waiting'; readonly because?: string }

type LocalUndo<Data> = { undo(tx: Tx, input: StepInput<Data>, result: unknown): Promise<void> }
type OutsideUndo<Data> = {
  /**
   * Undoes what the call with this key may have done, whatever it recorded; does nothing where nothing was done; answers
   * what to record.
   */
  undo(input: StepInput<Data>, key: string, result: unknown): Promise<(tx: Tx) => Promise<void>>
}

type Named<Data> = {
  readonly id: string
  /** True where the step has nothing to do, by the saga's input and what the steps before it recorded; it leaves no row. */
  skip?(data: Data, results: StepResults): boolean
}
type Undoable = { readonly kind: 'undoable' }
/** After a pivot nothing is undone; a forward-only step can only be tried until it is done. */
type Onward = { readonly kind: Exclude<StepKind, 'undoable'>; readonly undo?: never }

/** One step of a saga. The type demands an undo exactly where one must exist. */
export type LocalStep<Data> = Named<Data> & LocalAct<Data> & ((Undoable & LocalUndo<Data>) | Onward)
export type OutsideStep<Data> = Named<Data> & OutsideAct<Data> & ((Undoable & OutsideUndo<Data>) | Onward)
export type WaitStep<Data> = Named<Data> & WaitAct<Data> & Onward
export type SagaStep<Data> = LocalStep<Data> | OutsideStep<Data> | WaitStep<Data>

/** A step that a domain contributes to a stage of a saga which knows nothing of the domain. */
export type Participant<Data> = SagaStep<Data> & { readonly stage: 'processing' | 'payment' }

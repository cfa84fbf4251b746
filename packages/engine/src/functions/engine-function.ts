import type { FlowOptions } from '../flow/flow-options.ts'
import type { Expression } from './expression.ts'

export type EventTrigger = { event: string; condition: Expression | undefined }

export type ConcurrencyLimit = { limit: number; scope: 'fn' | 'env' | 'account'; key: Expression | undefined }

/** An event that cancels the function's runs: `event` is what started the run, `async` the one that has come. */
export type CancelTrigger = { event: string; condition: string | undefined; timeoutMs: number | undefined }

/** A registered function as the engine works with it. */
export type EngineFunction = {
  id: string
  appId: string
  /** The app's id and the function's own, joined: "shop-pay-order". */
  slug: string
  name: string
  /** Where the app is called, without the stepId. */
  url: string
  maxAttempts: number
  events: EventTrigger[]
  crons: string[]
  idempotency: Expression | undefined
  concurrency: ConcurrencyLimit[]
  flow: FlowOptions
  cancelOn: CancelTrigger[]
  /** A run that has not begun, or not ended, this long after it was due is cancelled. */
  timeouts: { startMs: number | undefined; finishMs: number | undefined }
}

import type { Expression } from './expression.ts'

export type EventTrigger = { event: string; condition: Expression | undefined }

export type ConcurrencyLimit = { limit: number; scope: 'fn' | 'env' | 'account'; key: Expression | undefined }

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
}

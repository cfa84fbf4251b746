import type { Expression } from '../functions/expression.ts'

/** So many runs in a period, one after the other; `burst` more may start at once where none has for a while. */
export type Rate = { limit: number; periodMs: number; burst: number; key: Expression | undefined }

export type Debounce = { periodMs: number; timeoutMs: number | undefined; key: Expression | undefined }

export type Batch = {
  maxSize: number
  timeoutMs: number
  key: Expression | undefined
  /** Events for which this does not hold start a run of their own. */
  condition: Expression | undefined
}

type Singleton = { mode: 'skip' | 'cancel'; key: Expression | undefined }

/** What a function asks of the start of its runs. */
export type FlowOptions = {
  rateLimit?: Rate
  throttle?: Rate
  debounce?: Debounce
  batch?: Batch
  singleton?: Singleton
  /** Seconds by which a run goes before others of its function that wait. */
  priority?: Expression
}

/** Whether what has been stored decides how a run of the function starts. */
export function isGated({ rateLimit, throttle, debounce, batch, singleton }: FlowOptions): boolean {
  return Boolean(rateLimit ?? throttle ?? debounce ?? batch ?? singleton)
}

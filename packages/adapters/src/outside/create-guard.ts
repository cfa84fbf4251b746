import {
  BrokenCircuitError,
  CircuitState,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
  SamplingBreaker,
  TimeoutStrategy,
  timeout,
} from 'cockatiel'

/** What a failed call means: `retryable` only where nothing can have happened through it, `unknown` wherever it may have. */
type CallTrouble =
  | { readonly outcome: 'retryable'; readonly detail: string }
  | { readonly outcome: 'unknown'; readonly detail: string }

export type Trouble = CallTrouble & {
  /** Whether this speaks of an outside system that is unwell, as opposed to one that asks us to come back. */
  readonly unwell: boolean
}

export type BreakerOptions = {
  /** Opens when this part of the calls within the time went wrong, and there were at least `callsMin` of them. */
  readonly failurePart: number
  readonly withinMs: number
  readonly callsMin: number
  readonly halfOpenAfterMs: number
  /** Hears of each change of the circuit. */
  readonly onChange?: (state: BreakerState) => void
}

/** `open`: the outside system is left alone; `trying`: one call tries whether it is well again. */
export type BreakerState = 'closed' | 'open' | 'trying'

export const defaultBreaker: BreakerOptions = {
  failurePart: 0.5,
  withinMs: 20_000,
  callsMin: 10,
  halfOpenAfterMs: 1000,
}

export type Result<Answer> = { readonly answer: Answer } | { readonly trouble: Trouble }

const states: Readonly<Partial<Record<CircuitState, BreakerState>>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'trying',
}

const isUnwell = (result: unknown): boolean => {
  const trouble = typeof result === 'object' && result !== null && 'trouble' in result ? result.trouble : null
  return typeof trouble === 'object' && trouble !== null && 'unwell' in trouble && trouble.unwell === true
}

export type GuardedCall = <Answer>(
  work: (signal: AbortSignal) => Promise<Answer>,
  onError: (error: unknown) => Result<Answer>,
) => Promise<Answer | CallTrouble>

/**
 * Puts a deadline on every call, and leaves an outside system alone that keeps failing: while the circuit is open, and while one
 * call tries whether it may close, every other call is answered `retryable` at once and nothing is sent.
 */
export const createGuard = (whom: string, timeoutMs: number, options: BreakerOptions): GuardedCall => {
  const open: CallTrouble = {
    outcome: 'retryable',
    detail: `the ${whom} has been failing; it is left alone for a moment`,
  }
  const deadline = timeout(timeoutMs, TimeoutStrategy.Aggressive)
  const breaker = circuitBreaker(handleWhenResult(isUnwell), {
    breaker: new SamplingBreaker({
      threshold: options.failurePart,
      duration: options.withinMs,
      minimumRps: (options.callsMin * 1000) / options.withinMs,
    }),
    halfOpenAfter: new ExponentialBackoff({
      initialDelay: options.halfOpenAfterMs,
      maxDelay: options.halfOpenAfterMs * 16,
    }),
  })
  breaker.onStateChange(state => {
    const named = states[state]
    if (named) options.onChange?.(named)
  })
  return async (work, onError) => {
    if (breaker.state === CircuitState.HalfOpen) return open
    try {
      const result = await breaker.execute(async () => {
        try {
          return { answer: await deadline.execute(({ signal }) => work(signal)) }
        } catch (error) {
          return onError(error)
        }
      })
      if ('answer' in result) return result.answer
      return { outcome: result.trouble.outcome, detail: result.trouble.detail }
    } catch (error) {
      if (error instanceof BrokenCircuitError) return open
      throw error
    }
  }
}

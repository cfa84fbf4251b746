import { type BreakerOptions, createGuard as createGuardFor, type GuardedCall } from '../outside/create-guard.ts'

export { type BreakerOptions, defaultBreaker, type GuardedCall, type Result } from '../outside/create-guard.ts'

/** The guard of every outside system, with the gateway's name in what it says. */
export const createGuard = (timeoutMs: number, options: BreakerOptions): GuardedCall =>
  createGuardFor('gateway', timeoutMs, options)

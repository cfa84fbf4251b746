import { RetryAfterError } from 'inngest'

const delaysMs = [500, 1000, 2000, 4000] as const

/** Why a step failed, as the engine should hear it: try again soon, because a person may be waiting. */
export const retrySoon = (error: unknown, attempt: number): RetryAfterError => {
  const delayMs = delaysMs[Math.min(attempt, delaysMs.length - 1)] ?? 4000
  return new RetryAfterError(messageOf(error), new Date(Date.now() + delayMs), { cause: error })
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The engine counts retries, the policy counts attempts. */
export const toRetries = (attempts: number) => (attempts - 1) as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

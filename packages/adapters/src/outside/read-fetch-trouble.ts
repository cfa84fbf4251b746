import { TaskCancelledError } from 'cockatiel'
import type { Trouble } from './create-guard.ts'

/** Failures of reaching the other side at all: not a byte of the request left. */
const notSentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const codesOf = (cause: unknown): readonly string[] => {
  if (cause instanceof AggregateError) return cause.errors.flatMap(codesOf)
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? [cause.code] : []
}

const isTimeUp = (error: unknown): boolean =>
  error instanceof TaskCancelledError || (error instanceof DOMException && error.name === 'AbortError')

/**
 * Says what a request means that got no whole answer: `retryable` only where nothing of it can have been sent. Throws what
 * is no trouble of the network: that is a defect of ours.
 */
export const readFetchTrouble = (whom: string, error: unknown): Trouble => {
  if (isTimeUp(error)) return { outcome: 'unknown', detail: `the ${whom} did not answer in time`, unwell: true }
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) throw error
  const codes = codesOf(error.cause)
  if (codes.length > 0 && codes.every(code => notSentCodes.has(code)))
    return { outcome: 'retryable', detail: `the ${whom} cannot be reached (${codes.join(', ')})`, unwell: true }
  return { outcome: 'unknown', detail: `the connection to the ${whom} broke (${error.cause.message})`, unwell: true }
}

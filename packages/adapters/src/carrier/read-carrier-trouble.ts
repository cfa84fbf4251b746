import type { Trouble } from '../outside/create-guard.ts'
import { readFetchTrouble } from '../outside/read-fetch-trouble.ts'
import { CarrierRefusal } from './carrier-answers.ts'
import { CarrierMisuseError } from './carrier-misuse-error.ts'

/**
 * Says what a failed call means for the parcel: `retryable` only where nothing can have happened through it, `unknown`
 * wherever it may have. Throws where the request itself was wrong.
 */
export const readCarrierTrouble = (error: unknown): Trouble => {
  if (!(error instanceof CarrierRefusal)) return readFetchTrouble('carrier', error)
  const { status, code, message } = error
  if (status === 429) return { outcome: 'retryable', detail: 'the carrier asks for fewer requests', unwell: false }
  if (status === 409 && code === 'IDEMPOTENCY_KEY_IN_USE')
    return { outcome: 'retryable', detail: 'a request with this key is under way', unwell: false }
  if (status >= 500 || status < 300)
    return { outcome: 'unknown', detail: `the carrier failed (${status} ${code}): ${message}`, unwell: true }
  throw new CarrierMisuseError(`The carrier refused a request of ours (${status} ${code}): ${message}`, {
    cause: error,
  })
}

/** Reading changes nothing, so whatever goes wrong with it can be tried again. */
export const readLookupTrouble = (error: unknown): { readonly trouble: Trouble } => {
  const { detail, unwell } = readCarrierTrouble(error)
  return { trouble: { outcome: 'retryable', detail, unwell } }
}

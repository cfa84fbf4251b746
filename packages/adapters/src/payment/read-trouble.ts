import { TaskCancelledError } from 'cockatiel'
import Stripe from 'stripe'
import type { Trouble } from '../outside/create-guard.ts'
import { GatewayMisuseError } from './gateway-misuse-error.ts'

/** Failures of reaching the gateway at all: not a byte of the request left. */
const notSentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

const codeOf = (detail: unknown): string | undefined =>
  typeof detail === 'object' && detail !== null && 'code' in detail && typeof detail.code === 'string'
    ? detail.code
    : undefined

const retryable = (detail: string, unwell: boolean): Trouble => ({ outcome: 'retryable', detail, unwell })
const unknown = (detail: string): Trouble => ({ outcome: 'unknown', detail, unwell: true })

/**
 * Says what a failed call means for the money: `retryable` only where nothing can have happened through it, `unknown`
 * wherever it may have. Throws where the request itself was wrong.
 */
export const readTrouble = (error: unknown): Trouble => {
  if (error instanceof TaskCancelledError) return unknown('the gateway did not answer in time')
  if (error instanceof Stripe.errors.StripeConnectionError) {
    const code = codeOf(error.detail)
    if (code !== undefined && notSentCodes.has(code)) return retryable(`the gateway cannot be reached (${code})`, true)
    return unknown(error.message)
  }
  if (error instanceof Stripe.errors.StripeRateLimitError)
    return retryable('the gateway asks for fewer requests', false)
  if (error instanceof Stripe.errors.StripeError) {
    const status = error.statusCode ?? 0
    if (status === 409) return retryable('a request with this key is under way', false)
    if (status >= 500 || error instanceof Stripe.errors.StripeAPIError)
      return unknown(`the gateway failed (${status}): ${error.message}`)
    throw new GatewayMisuseError(
      `The payment gateway refused a request of ours (${status} ${error.code ?? error.type}): ${error.message}`,
      {
        cause: error,
      },
    )
  }
  throw error
}

/** Reading changes nothing, so whatever goes wrong with it can be tried again. */
export const readReadingTrouble = (error: unknown): { readonly trouble: Trouble } => {
  const { detail, unwell } = readTrouble(error)
  return { trouble: retryable(detail, unwell) }
}

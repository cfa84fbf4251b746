import { type ErrorCode, errorCodes } from '@makegood/core/errors'
import { dataOf } from './error-data'

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in errorCodes

/** The shop's own code in an api error, or null where the api did not answer as itself. */
export const shopCodeOf = (error: unknown): ErrorCode | null => {
  const { shopCode } = dataOf(error)
  return isErrorCode(shopCode) ? shopCode : null
}

/** The details that belong to the code; empty where there are none. */
export const detailsOf = (error: unknown): Record<string, unknown> => {
  const { details } = dataOf(error)
  return typeof details === 'object' && details !== null ? { ...details } : {}
}

/** The key of the words for an error: the shop's code, `offline` where no answer came, `unknown` for the rest. */
export const wordsKeyOf = (error: unknown): ErrorCode | 'offline' | 'unknown' => {
  const code = shopCodeOf(error)
  if (code) return code
  return Object.keys(dataOf(error)).length === 0 ? 'offline' : 'unknown'
}

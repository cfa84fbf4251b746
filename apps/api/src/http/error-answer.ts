import { DomainError, type ErrorCode, errorCodes } from '@makegood/core/errors'

export type ErrorDetails = DomainError['details']
export type ErrorAnswer = {
  readonly httpStatus: number
  /** Null where nobody foresaw the error: the caller learns the request id only. */
  readonly shopCode: ErrorCode | null
  readonly details: ErrorDetails
}

/** What a caller may know of an error: the code and details of an expected refusal, and nothing of any other. */
export const toErrorAnswer = (error: unknown): ErrorAnswer => {
  if (error instanceof DomainError)
    return { httpStatus: errorCodes[error.code], shopCode: error.code, details: error.details }
  const httpStatus = readStatus(error)
  if (httpStatus === 404) return { httpStatus, shopCode: 'not-found', details: {} }
  if (httpStatus >= 400 && httpStatus < 500) return { httpStatus, shopCode: 'invalid-input', details: {} }
  return { httpStatus: 500, shopCode: null, details: {} }
}

// Fastify's own refusals (body too large, broken JSON, unknown media type) carry their status.
const readStatus = (error: unknown): number =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500

import { DomainError, type ErrorCode, errorCodes } from '@makegood/core/errors'
import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { type ErrorDetails, toErrorAnswer } from '../http/error-answer.ts'
import { listWrongFields } from '../http/input-fields.ts'

const trpcCodes = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  429: 'TOO_MANY_REQUESTS',
} as const satisfies Record<(typeof errorCodes)[ErrorCode], TRPCError['code']>

/** A refusal as tRPC carries it; broken JSON in a query is the caller's fault, and every other error stays as it is. */
export const toTrpcError = (error: TRPCError): TRPCError => {
  const { cause } = error
  if (cause instanceof DomainError)
    return new TRPCError({ code: trpcCodes[errorCodes[cause.code]], message: cause.code, cause })
  if (cause instanceof SyntaxError && error.code === 'INTERNAL_SERVER_ERROR')
    return new TRPCError({ code: 'BAD_REQUEST', message: 'invalid-input' })
  return error
}

const codesOfRefusals: Partial<Record<TRPCError['code'], ErrorCode>> = {
  NOT_FOUND: 'not-found',
  BAD_REQUEST: 'invalid-input',
  PARSE_ERROR: 'invalid-input',
  PAYLOAD_TOO_LARGE: 'invalid-input',
  UNSUPPORTED_MEDIA_TYPE: 'invalid-input',
  METHOD_NOT_SUPPORTED: 'invalid-input',
  CLIENT_CLOSED_REQUEST: 'conflict',
}

/** What the caller is told: a code and its details. Words, stacks and values stay in the log. */
export const describeTrpcError = (error: TRPCError): { shopCode: ErrorCode | null; details: ErrorDetails } => {
  const { cause } = error
  if (cause instanceof DomainError) return toErrorAnswer(cause)
  if (error.code === 'BAD_REQUEST' && cause instanceof ZodError)
    return { shopCode: 'invalid-input', details: listWrongFields(cause) }
  return { shopCode: codesOfRefusals[error.code] ?? null, details: {} }
}

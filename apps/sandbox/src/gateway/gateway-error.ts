export type StripeError = {
  readonly type: 'invalid_request_error' | 'card_error' | 'api_error' | 'idempotency_error'
  readonly message: string
  readonly code?: string
  readonly decline_code?: string
  readonly param?: string
  readonly [extra: string]: unknown
}

/** A request that the gateway refuses before it has any effect; answered in Stripe's shape and recorded under no key. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError'
  readonly status: number
  readonly error: StripeError
  constructor(status: number, error: StripeError) {
    super(error.message)
    this.status = status
    this.error = error
  }
}

const withDocs = (error: StripeError): StripeError =>
  error.code === undefined
    ? error
    : { ...error, doc_url: `https://docs.stripe.com/error-codes/${error.code.replaceAll('_', '-')}` }

export const errorBody = (error: StripeError): string => JSON.stringify({ error: withDocs(error) })

export const invalidRequest = (message: string, more: { code?: string; param?: string } = {}): GatewayError =>
  new GatewayError(400, { type: 'invalid_request_error', message, ...more })

export const notFound = (kind: string, id: string, param: string, status = 404): GatewayError =>
  new GatewayError(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  })

export const cardError = (code: string, param: string, message: string): GatewayError =>
  new GatewayError(402, { type: 'card_error', code, param, message })

export const serverError = (): GatewayError =>
  new GatewayError(500, { type: 'api_error', message: 'An unknown error occurred. The sandbox was told to fail here.' })

export const methodAlreadyUsed = (): GatewayError =>
  invalidRequest(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
  )

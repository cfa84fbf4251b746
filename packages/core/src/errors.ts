/** Every refusal that a caller can meet, with how it travels. The words for people live with each client, by this code. */
export const errorCodes = {
  'not-found': { http: 404, retryable: false },
  'sign-in-required': { http: 401, retryable: false },
  forbidden: { http: 403, retryable: false },
  'invalid-input': { http: 400, retryable: false },
  'cart-empty': { http: 409, retryable: false },
  'total-changed': { http: 409, retryable: false },
  'total-too-large': { http: 409, retryable: false },
  'delivery-not-offered': { http: 409, retryable: false },
  'variant-unavailable': { http: 409, retryable: false },
  'order-id-taken': { http: 409, retryable: false },
  'order-not-payable': { http: 409, retryable: false },
  'order-not-cancellable': { http: 409, retryable: false },
  'cancel-in-progress': { http: 409, retryable: true },
  'fee-changed': { http: 409, retryable: false },
  'order-dispatched': { http: 409, retryable: false },
  'order-not-confirmable': { http: 409, retryable: false },
  'purchase-not-confirmable': { http: 409, retryable: false },
  'return-not-possible': { http: 409, retryable: false },
  'return-moved-on': { http: 409, retryable: true },
  'incident-moved-on': { http: 409, retryable: true },
  'repair-not-possible': { http: 409, retryable: false },
  'payment-in-progress': { http: 409, retryable: true },
  'wallet-too-low': { http: 409, retryable: false },
  'top-up-amount': { http: 409, retryable: false },
  'top-up-id-taken': { http: 409, retryable: false },
  'coupon-sold-out': { http: 409, retryable: false },
  'coupon-already-claimed': { http: 409, retryable: false },
  'coupon-not-valid': { http: 409, retryable: false },
  'coupon-minimum': { http: 409, retryable: false },
  'account-not-removable': { http: 409, retryable: false },
  'wrong-password': { http: 403, retryable: false },
  'address-limit': { http: 409, retryable: false },
  'coupon-in-use': { http: 409, retryable: false },
  conflict: { http: 409, retryable: true },
  'too-many-requests': { http: 429, retryable: true },
} as const
export type ErrorCode = keyof typeof errorCodes

/** An expected refusal: `code` and `details` may be shown to the caller, the message is for the log. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, string | number | readonly string[]>>

  constructor(code: ErrorCode, message: string, details: DomainError['details'] = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.details = details
  }
}

/** Every refusal that a caller can meet, with how it travels. The words for people live with each client, by this code. */
export const errorCodes = {
  'not-found': 404,
  'sign-in-required': 401,
  forbidden: 403,
  'invalid-input': 400,
  'cart-empty': 409,
  'total-changed': 409,
  'total-too-large': 409,
  'delivery-not-offered': 409,
  'variant-unavailable': 409,
  'order-id-taken': 409,
  'order-not-payable': 409,
  'order-not-cancellable': 409,
  'cancel-in-progress': 409,
  'fee-changed': 409,
  'order-dispatched': 409,
  'order-not-confirmable': 409,
  'order-moved-on': 409,
  'order-paused': 409,
  'order-not-pausable': 409,
  'pause-moved-on': 409,
  'refund-not-possible': 409,
  'refund-too-large': 409,
  'hand-over-not-possible': 409,
  'address-on-label': 409,
  'address-not-needed': 409,
  'purchase-not-confirmable': 409,
  'return-not-possible': 409,
  'return-moved-on': 409,
  'incident-moved-on': 409,
  'repair-not-possible': 409,
  'payment-in-progress': 409,
  'wallet-too-low': 409,
  'top-up-amount': 409,
  'top-up-id-taken': 409,
  'coupon-sold-out': 409,
  'coupon-already-claimed': 409,
  'coupon-not-valid': 409,
  'coupon-minimum': 409,
  'account-not-removable': 409,
  'wrong-password': 403,
  'wrong-code': 403,
  'second-factor-required': 403,
  'invitation-not-valid': 409,
  'last-admin': 409,
  'own-account': 409,
  'own-request': 409,
  'approval-moved-on': 409,
  'approval-waiting': 409,
  'address-limit': 409,
  'coupon-in-use': 409,
  'message-outdated': 409,
  conflict: 409,
  'too-many-requests': 429,
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

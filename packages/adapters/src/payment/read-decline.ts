import type { DeclineReason } from '@makegood/core/ports/payment-gateway'

const reasons: Readonly<Record<string, DeclineReason>> = {
  insufficient_funds: 'insufficient-funds',
  expired_card: 'expired-card',
  incorrect_cvc: 'incorrect-cvc',
  invalid_cvc: 'incorrect-cvc',
  authentication_required: 'authentication-required',
  authentication_not_handled: 'authentication-required',
  payment_intent_authentication_failure: 'authentication-failed',
}

export type Decline = { readonly reason: DeclineReason; readonly gatewayCode: string }

/** Puts a bank's refusal into the shop's words; what has no word of its own is `card-declined`, with the gateway's code kept. */
export const readDecline = (code: string | null | undefined, declineCode: string | null | undefined): Decline => {
  const reason = reasons[declineCode ?? ''] ?? reasons[code ?? ''] ?? 'card-declined'
  return { reason, gatewayCode: declineCode || code || 'unknown' }
}

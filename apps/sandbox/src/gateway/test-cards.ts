export type CardBehaviour =
  | 'ok'
  | 'generic-decline'
  | 'insufficient-funds'
  | 'expired-card'
  | 'incorrect-cvc'
  | 'needs-approval'
  | 'declined-after-approval'
  | 'refund-pends'
  | 'refund-fails'
  | 'disputed'
  | 'fails-once'
  | 'fails-always'
  | 'charges-then-silent'
  | 'slow'

export type TestCard = {
  readonly number: string
  readonly brand: 'visa' | 'mastercard' | 'amex'
  readonly behaviour: CardBehaviour
  readonly does: string
  /** Whether Stripe's test mode knows this number too, and does the same with it. */
  readonly stripes: boolean
}

const stripeCard = (
  number: string,
  behaviour: CardBehaviour,
  does: string,
  brand: TestCard['brand'] = 'visa',
): TestCard => ({
  number,
  brand,
  behaviour,
  does,
  stripes: true,
})
const ownCard = (number: string, behaviour: CardBehaviour, does: string): TestCard => ({
  number,
  brand: 'visa',
  behaviour,
  does,
  stripes: false,
})

/** Every number that the sandbox takes. Any other is declined, so that no real card is ever of use here. */
export const testCards: readonly TestCard[] = [
  stripeCard('4242424242424242', 'ok', 'pays'),
  stripeCard('5555555555554444', 'ok', 'pays (Mastercard)', 'mastercard'),
  stripeCard('378282246310005', 'ok', 'pays (American Express)', 'amex'),
  stripeCard('4000000000000002', 'generic-decline', 'is declined by the bank, without a reason'),
  stripeCard('4000000000009995', 'insufficient-funds', 'is declined: not enough money'),
  stripeCard('4000000000000069', 'expired-card', 'is declined: the card has expired'),
  stripeCard('4000000000000127', 'incorrect-cvc', 'is declined: the security code is wrong'),
  stripeCard('4000002500003155', 'needs-approval', 'needs the shopper’s approval (3-D Secure)'),
  stripeCard(
    '4000008400001629',
    'declined-after-approval',
    'needs the shopper’s approval, and is declined all the same',
  ),
  stripeCard('4000000000007726', 'refund-pends', 'pays; a refund is pending for a moment, then arrives'),
  stripeCard('4000000000005126', 'refund-fails', 'pays; a refund seems to arrive, and fails a moment later'),
  stripeCard('4000000000000259', 'disputed', 'pays; the shopper’s bank takes the money back at once'),
  ownCard(
    '4000990000000509',
    'fails-once',
    'answers 500 to the first request of a card, before doing anything; then pays',
  ),
  ownCard('4000990000000517', 'fails-always', 'answers 500 each time and never charges'),
  ownCard(
    '4000990000000400',
    'charges-then-silent',
    'charges, then never answers the first request; answers when asked again',
  ),
  ownCard('4000990000000301', 'slow', 'pays after 3 seconds'),
]

/** Stripe's ready-made payment methods of the same names; each use is a fresh card, so they can be used again and again. */
export const readyMadeMethods: Readonly<Record<string, CardBehaviour>> = {
  pm_card_visa: 'ok',
  pm_card_chargeDeclined: 'generic-decline',
  pm_card_chargeDeclinedInsufficientFunds: 'insufficient-funds',
  pm_card_chargeDeclinedExpiredCard: 'expired-card',
  pm_card_chargeDeclinedIncorrectCvc: 'incorrect-cvc',
  pm_card_authenticationRequired: 'needs-approval',
  pm_card_pendingRefund: 'refund-pends',
  pm_card_refundFail: 'refund-fails',
  pm_card_createDispute: 'disputed',
}

export type Decline = { readonly code: string; readonly declineCode?: string; readonly message: string }

/** What the bank says, in Stripe's words, for each behaviour that is a decline. */
export const declines: Partial<Readonly<Record<CardBehaviour, Decline>>> = {
  'generic-decline': { code: 'card_declined', declineCode: 'generic_decline', message: 'Your card was declined.' },
  'declined-after-approval': {
    code: 'card_declined',
    declineCode: 'generic_decline',
    message: 'Your card was declined.',
  },
  'insufficient-funds': {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  'expired-card': { code: 'expired_card', declineCode: 'expired_card', message: 'Your card has expired.' },
  'incorrect-cvc': {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
  },
}

export const approvalRefused: Decline = {
  code: 'payment_intent_authentication_failure',
  message: 'The provided PaymentMethod has failed authentication.',
}

export const approvalDecline: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
}

import { expect, test } from 'vitest'
import { readDecline } from './read-decline.ts'

test.each([
  ['card_declined', 'insufficient_funds', 'insufficient-funds', 'insufficient_funds'],
  ['card_declined', 'generic_decline', 'card-declined', 'generic_decline'],
  ['card_declined', 'lost_card', 'card-declined', 'lost_card'],
  ['expired_card', '', 'expired-card', 'expired_card'],
  ['incorrect_cvc', 'incorrect_cvc', 'incorrect-cvc', 'incorrect_cvc'],
  ['authentication_required', 'authentication_required', 'authentication-required', 'authentication_required'],
  [
    'payment_intent_authentication_failure',
    undefined,
    'authentication-failed',
    'payment_intent_authentication_failure',
  ],
  [undefined, undefined, 'card-declined', 'unknown'],
])('%s with %s is %s', (code, declineCode, reason, gatewayCode) => {
  expect(readDecline(code, declineCode)).toEqual({ reason, gatewayCode })
})

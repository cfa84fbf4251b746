import { expect, test } from 'vitest'
import { checkCard, passesLuhn } from './check-card.ts'
import { GatewayError } from './gateway-error.ts'
import { testCards } from './test-cards.ts'

const now = new Date('2026-11-21T08:00:00Z')
const card = { number: '4242 4242 4242 4242', exp_month: '12', exp_year: '30', cvc: '123' }

const refused = (more: Partial<typeof card>): GatewayError => {
  try {
    checkCard({ ...card, ...more }, now)
  } catch (error) {
    if (error instanceof GatewayError) return error
    throw error
  }
  throw new Error('was not refused')
}

test('a good card is taken, its number left behind', () => {
  const checked = checkCard(card, now)
  expect(checked).toMatchObject({ last4: '4242', expMonth: 12, expYear: 2030 })
  expect(checked.card.behaviour).toBe('ok')
})

test('every number on the page passes the check digit', () => {
  expect(testCards.filter(each => !passesLuhn(each.number))).toEqual([])
})

test.each([
  [{ number: '4242424242424241' }, 'incorrect_number', 'number'],
  [{ number: '' }, 'incorrect_number', 'number'],
  [{ number: '4242abcd42424242' }, 'incorrect_number', 'number'],
  [{ exp_month: '13' }, 'invalid_expiry_month', 'exp_month'],
  [{ exp_month: '0' }, 'invalid_expiry_month', 'exp_month'],
  [{ exp_month: '1.5' }, 'invalid_expiry_month', 'exp_month'],
  [{ exp_month: '10', exp_year: '26' }, 'invalid_expiry_month', 'exp_month'],
  [{ exp_year: '2025' }, 'invalid_expiry_year', 'exp_year'],
  [{ exp_year: '2099' }, 'invalid_expiry_year', 'exp_year'],
  [{ exp_year: 'x' }, 'invalid_expiry_year', 'exp_year'],
  [{ cvc: '12' }, 'invalid_cvc', 'cvc'],
  [{ cvc: 'abc' }, 'invalid_cvc', 'cvc'],
  [{ number: '378282246310005' }, 'invalid_cvc', 'cvc'],
  [{ number: '4111111111111111' }, 'card_declined', 'number'],
])('%o is refused as %s', (more, code, param) => {
  expect(refused(more)).toMatchObject({ status: 402, error: { type: 'card_error', code, param } })
})

test('this month is not yet over', () => {
  expect(checkCard({ ...card, exp_month: '11', exp_year: '2026' }, now).expMonth).toBe(11)
})

import { cardError } from './gateway-error.ts'
import { type TestCard, testCards } from './test-cards.ts'

export type CardInput = {
  readonly number: string
  readonly exp_month: string
  readonly exp_year: string
  readonly cvc?: string | undefined
}
export type CheckedCard = {
  readonly card: TestCard
  readonly last4: string
  readonly expMonth: number
  readonly expYear: number
}

/** The check digit of card numbers (ISO/IEC 7812). */
export const passesLuhn = (number: string): boolean => {
  let sum = 0
  for (let place = 0; place < number.length; place += 1) {
    const digit = Number(number.charAt(number.length - 1 - place))
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

/** Checks number, expiry and security code as Stripe does and answers with the test card; throws Stripe's `card_error` otherwise. */
export const checkCard = (input: CardInput, now: Date): CheckedCard => {
  const number = input.number.replace(/[ -]/g, '')
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    throw cardError('incorrect_number', 'number', 'Your card number is incorrect.')
  }
  const expMonth = Number(input.exp_month)
  if (!/^\d{1,2}$/.test(input.exp_month) || expMonth < 1 || expMonth > 12) {
    throw cardError('invalid_expiry_month', 'exp_month', "Your card's expiration month is invalid.")
  }
  const expYear = fullYear(input.exp_year)
  const thisYear = now.getUTCFullYear()
  const isYear = /^(\d{2}|\d{4})$/.test(input.exp_year) && expYear <= thisYear + 50
  if (!isYear || expYear < thisYear) {
    throw cardError('invalid_expiry_year', 'exp_year', "Your card's expiration year is invalid.")
  }
  if (expYear === thisYear && expMonth < now.getUTCMonth() + 1) {
    throw cardError('invalid_expiry_month', 'exp_month', "Your card's expiration month is invalid.")
  }

  const card = testCards.find(known => known.number === number)
  const cvcLength = card?.brand === 'amex' ? 4 : 3
  if (input.cvc !== undefined && !(/^\d+$/.test(input.cvc) && input.cvc.length === cvcLength)) {
    throw cardError('invalid_cvc', 'cvc', "Your card's security code is invalid.")
  }
  if (card === undefined) {
    throw cardError(
      'card_declined',
      'number',
      'Your card was declined. This is a sandbox: it takes the test cards listed on its page, and never a real card.',
    )
  }
  return { card, last4: number.slice(-4), expMonth, expYear }
}

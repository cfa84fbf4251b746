import type { Pool } from 'pg'
import { checkCard } from './check-card.ts'
import type { Answer } from './gateway-context.ts'
import { makeId } from './make-id.ts'
import { createMethodForm, readForm } from './requests.ts'
import { paymentMethodObject } from './stripe-objects.ts'

/** Turns a card into a token. The number is checked and forgotten: only brand, last four digits, expiry and behaviour are kept. */
export const createPaymentMethod = async (pool: Pool, body: unknown): Promise<Answer> => {
  const now = Date.now()
  const { card, last4, expMonth, expYear } = checkCard(readForm(createMethodForm, body).card, new Date(now))
  const id = makeId('pm', now)
  await pool.query({
    name: 'create-payment-method',
    text: 'insert into payment_method (id, brand, last4, exp_month, exp_year, behaviour) values ($1, $2, $3, $4, $5, $6)',
    values: [id, card.brand, last4, expMonth, expYear, card.behaviour],
  })
  return {
    status: 200,
    body: JSON.stringify(paymentMethodObject(id, { brand: card.brand, last4, expMonth, expYear }, now)),
  }
}

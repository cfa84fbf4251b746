import type { Pool, PoolClient } from 'pg'
import { notFound } from './gateway-error.ts'
import type { PaymentIntent } from './stripe-objects.ts'

/** Reads an intent and, in a transaction, holds it against everyone else until its end. */
export const loadIntentForChange = async (
  client: PoolClient,
  id: string,
): Promise<{ readonly intent: PaymentIntent; readonly errorOnRequiresAction: boolean }> => {
  const found = await client.query<{ object: PaymentIntent; error_on_requires_action: boolean }>(
    'select object, error_on_requires_action from payment_intent where id = $1 for update',
    [id],
  )
  const row = found.rows[0]
  if (row === undefined) throw notFound('payment_intent', id, 'intent')
  return { intent: row.object, errorOnRequiresAction: row.error_on_requires_action }
}

export const loadIntent = async (pool: Pool, id: string): Promise<PaymentIntent> => {
  const found = await pool.query<{ object: PaymentIntent }>('select object from payment_intent where id = $1', [id])
  const row = found.rows[0]
  if (row === undefined) throw notFound('payment_intent', id, 'intent')
  return row.object
}

import type { Pool, PoolClient } from 'pg'
import { notFound } from './gateway-error.ts'
import type { PaymentIntent } from './stripe-objects.ts'

export type LoadedIntent = {
  readonly intent: PaymentIntent
  readonly errorOnRequiresAction: boolean
  /** Where its approval page leads back to; null where it never asked for an approval. */
  readonly returnUrl: string | null
}

const columns = `object as intent, error_on_requires_action as "errorOnRequiresAction", return_url as "returnUrl"`

/** Reads an intent and, in a transaction, holds it against everyone else until its end. */
export const loadIntentForChange = async (client: PoolClient, id: string): Promise<LoadedIntent> => {
  const found = await client.query<LoadedIntent>(`select ${columns} from payment_intent where id = $1 for update`, [id])
  const row = found.rows[0]
  if (row === undefined) throw notFound('payment_intent', id, 'intent')
  return row
}

export const loadIntent = async (pool: Pool, id: string): Promise<LoadedIntent> => {
  const found = await pool.query<LoadedIntent>(`select ${columns} from payment_intent where id = $1`, [id])
  const row = found.rows[0]
  if (row === undefined) throw notFound('payment_intent', id, 'intent')
  return row
}

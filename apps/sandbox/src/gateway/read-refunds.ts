import type { Pool } from 'pg'
import { notFound } from './gateway-error.ts'
import { listRefundsQuery, readForm } from './requests.ts'
import type { Refund } from './stripe-objects.ts'

/** Lists the refunds of a charge or an intent, newest first, as Stripe does. */
export const listRefunds = async (pool: Pool, query: unknown) => {
  const { charge, payment_intent, starting_after, limit } = readForm(listRefundsQuery, query)
  const found = await pool.query<{ object: Refund }>(
    `select object from refund
     where ($1::text is null or charge_id = $1) and ($2::text is null or object ->> 'payment_intent' = $2)
       and ($3::text is null or id < $3) order by id desc limit $4`,
    [charge ?? null, payment_intent ?? null, starting_after ?? null, limit + 1],
  )
  const data = found.rows.slice(0, limit).map(row => row.object)
  return { object: 'list', data, has_more: found.rows.length > limit, url: '/v1/refunds' }
}

export const readRefund = async (pool: Pool, id: string): Promise<Refund> => {
  const found = await pool.query<{ object: Refund }>('select object from refund where id = $1', [id])
  const row = found.rows[0]
  if (row === undefined) throw notFound('refund', id, 'id')
  return row.object
}

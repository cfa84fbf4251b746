import type { Pool } from 'pg'
import { notFound } from './gateway-error.ts'
import { listChargesQuery, readForm } from './requests.ts'
import type { Charge } from './stripe-objects.ts'

/** Lists charges, newest first, as Stripe does. */
export const listCharges = async (pool: Pool, query: unknown) => {
  const asked = readForm(listChargesQuery, query)
  const found = await pool.query<{ object: Charge }>({
    name: asked.transfer_group === undefined ? 'list-charges' : 'list-charges-of-group',
    text: `select object from charge
           where ${asked.transfer_group === undefined ? '$1::text is null' : 'transfer_group = $1'}
             and ($2::text is null or object ->> 'payment_intent' = $2)
           order by id desc limit $3`,
    values: [asked.transfer_group ?? null, asked.payment_intent ?? null, asked.limit + 1],
  })
  const data = found.rows.slice(0, asked.limit).map(row => row.object)
  return { object: 'list', data, has_more: found.rows.length > asked.limit, url: '/v1/charges' }
}

export const readCharge = async (pool: Pool, id: string): Promise<Charge> => {
  const found = await pool.query<{ object: Charge }>('select object from charge where id = $1', [id])
  const row = found.rows[0]
  if (row === undefined) throw notFound('charge', id, 'id')
  return row.object
}

import type { Pool } from 'pg'
import { invalidRequest, notFound } from './gateway-error.ts'
import { firstIdAt } from './make-id.ts'
import { listIntentsQuery, readForm, readIntentQuery, searchIntentsQuery } from './requests.ts'
import type { Charge, PaymentIntent } from './stripe-objects.ts'

type ReadIntent = Omit<PaymentIntent, 'latest_charge'> & { readonly latest_charge: Charge | string | null }

/** The intent as it was asked for: with its charge's id, or with the whole charge in its place. */
const objectOf = (isExpanded: boolean): string =>
  isExpanded
    ? `i.object || jsonb_build_object('latest_charge', (select c.object from charge c where c.id = i.object ->> 'latest_charge'))`
    : 'i.object'

export const readIntent = async (pool: Pool, id: string, query: unknown): Promise<ReadIntent> => {
  const { expand } = readForm(readIntentQuery, query)
  const found = await pool.query<{ object: ReadIntent }>(
    `select ${objectOf(expand !== undefined)} as object from payment_intent i where i.id = $1`,
    [id],
  )
  const row = found.rows[0]
  if (row === undefined) throw notFound('payment_intent', id, 'intent')
  return row.object
}

/** Lists intents, newest first; ids begin with their time, so `created` and the cursor are both bounds of the id. */
export const listIntents = async (pool: Pool, query: unknown) => {
  const { created, starting_after, limit, expand } = readForm(listIntentsQuery, query)
  const found = await pool.query<{ object: ReadIntent }>(
    `select ${objectOf(expand !== undefined)} as object from payment_intent i
     where ($1::text is null or i.id >= $1) and ($2::text is null or i.id < $2) order by i.id desc limit $3`,
    [created === undefined ? null : firstIdAt('pi', created.gte * 1000), starting_after ?? null, limit + 1],
  )
  const data = found.rows.slice(0, limit).map(row => row.object)
  return { object: 'list', data, has_more: found.rows.length > limit, url: '/v1/payment_intents' }
}

const keyQuery = /^metadata\['key'\]:'((?:[^'\\]|\\.)+)'$/

/** Finds intents by the key in their metadata. Stripe's search knows more queries, and learns of an intent up to a minute late. */
export const searchIntents = async (pool: Pool, query: unknown) => {
  const { query: asked, limit, expand } = readForm(searchIntentsQuery, query)
  const key = keyQuery.exec(asked)?.[1]?.replace(/\\(.)/g, '$1')
  if (key === undefined) {
    throw invalidRequest("The sandbox searches by metadata['key']:'…' only.", { param: 'query' })
  }
  const found = await pool.query<{ object: ReadIntent }>(
    `select ${objectOf(expand !== undefined)} as object from payment_intent i
     where i.object -> 'metadata' ->> 'key' = $1 order by i.id desc limit $2`,
    [key, limit],
  )
  const data = found.rows.map(row => row.object)
  return { object: 'search_result', data, has_more: false, next_page: null, url: '/v1/payment_intents/search' }
}

import type { Pool } from 'pg'

export type PushMessage = {
  readonly id: string
  readonly subscriptionId: string
  readonly topic: string | null
  /** What the browser got, as it was before it was encrypted. */
  readonly payload: string
  readonly ttl: number
  readonly urgency: string
  readonly received: number
  readonly createdAt: string
}

export const listPushMessages = async (
  pool: Pool,
  asked: { readonly subscriptionId?: string | undefined; readonly limit: number },
): Promise<{ readonly count: number; readonly messages: readonly PushMessage[] }> => {
  const filter = '($1::text is null or subscription_id = $1)'
  const id = asked.subscriptionId ?? null
  const counted = await pool.query<{ count: number }>(
    `select count(*)::int as count from push_message where ${filter}`,
    [id],
  )
  const listed = await pool.query<PushMessage>(
    `select id::text, subscription_id as "subscriptionId", topic, payload, ttl, urgency, received,
            to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"
     from push_message where ${filter} order by push_message.id desc limit $2`,
    [id, asked.limit],
  )
  return { count: counted.rows[0]?.count ?? 0, messages: listed.rows }
}

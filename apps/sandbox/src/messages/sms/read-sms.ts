import type { Pool } from 'pg'

export type SentSms = {
  readonly sid: string
  readonly token: string | null
  readonly from: string
  readonly to: string
  readonly body: string
  readonly createdAt: string
}

export const listSms = async (
  pool: Pool,
  asked: { readonly to?: string | undefined; readonly limit: number },
): Promise<{ readonly count: number; readonly messages: readonly SentSms[] }> => {
  const filter = '($1::text is null or recipient = $1)'
  const to = asked.to ?? null
  const counted = await pool.query<{ count: number }>(`select count(*)::int as count from sms where ${filter}`, [to])
  const listed = await pool.query<SentSms>(
    `select sid, token, sender as "from", recipient as "to", body,
            to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"
     from sms where ${filter} order by id desc limit $2`,
    [to, asked.limit],
  )
  return { count: counted.rows[0]?.count ?? 0, messages: listed.rows }
}

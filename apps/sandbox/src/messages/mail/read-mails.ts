import type { Pool } from 'pg'

export type MailSummary = {
  readonly id: string
  readonly messageId: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  /** How often the same Message-ID arrived. */
  readonly received: number
  readonly createdAt: string
}

export type Mail = MailSummary & {
  readonly html: string | null
  readonly text: string | null
  readonly headers: readonly string[]
}

const summary = `id::text, message_id as "messageId", sender as "from", recipients as "to", subject, received,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"`

export const listMails = async (
  pool: Pool,
  asked: { readonly to?: string | undefined; readonly limit: number },
): Promise<{ readonly count: number; readonly mails: readonly Mail[] }> => {
  const to = asked.to?.toLowerCase() ?? null
  const filter = '($1::text is null or $1 = any (recipients))'
  const counted = await pool.query<{ count: number }>(`select count(*)::int as count from mail where ${filter}`, [to])
  const listed = await pool.query<Mail>(
    `select ${summary}, html, text, headers from mail where ${filter} order by mail.id desc limit $2`,
    [to, asked.limit],
  )
  return { count: counted.rows[0]?.count ?? 0, mails: listed.rows }
}

export const readMail = async (pool: Pool, id: string): Promise<Mail | null> => {
  if (!/^\d{1,18}$/.test(id)) return null
  const found = await pool.query<Mail>(`select ${summary}, html, text, headers from mail where mail.id = $1`, [id])
  return found.rows[0] ?? null
}

import type { Tx } from '../client.ts'

/** What became of one attempt to send a message. */
export type SettledNotification = {
  readonly id: string
  readonly attempts: number
} & (
  | { readonly status: 'SENT'; readonly ref: string }
  | { readonly status: 'FAILED' | 'SKIPPED'; readonly error: string }
  | { readonly status: 'PENDING'; readonly error: string; readonly waitSeconds: number }
)

/**
 * Records what became of messages, in one statement. That one was sent is recorded in any case; anything else only by
 * whoever made the latest attempt, so that a sender who was overtaken takes nothing back.
 */
export const settleNotifications = async (db: Tx, settled: readonly SettledNotification[]): Promise<void> => {
  const rows = settled.map(row => ('error' in row ? { ...row, error: row.error.slice(0, 500) } : row))
  await db.$executeRaw`
    update notification n set status = s.status, ref = coalesce(s.ref, n.ref), last_error = s.error, claimed_until = null,
      sent_at = case when s.status = 'SENT' then now() end,
      next_attempt_at = case when s."waitSeconds" is null then n.next_attempt_at
        else now() + make_interval(secs => s."waitSeconds") end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as s(id text, attempts int, status text, ref text, error text, "waitSeconds" double precision)
    where n.id = s.id and n.status <> 'SENT' and (s.status = 'SENT' or (n.status = 'PENDING' and n.attempts = s.attempts))`
}

import type { Pool } from 'pg'

/** Keeps answers and finished deliveries for 24 hours, as Stripe does with idempotency keys. */
export const prune = async (pool: Pool): Promise<void> => {
  await pool.query(`delete from recorded_answer where created_at < now() - interval '24 hours'`)
  await pool.query(
    `delete from webhook_event where created_at < now() - interval '24 hours' and (delivered_at is not null or given_up_at is not null)`,
  )
}

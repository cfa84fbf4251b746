import type { Pool } from 'pg'
import { cutLists } from '../messages/keep-newest.ts'

/** Keeps answers and finished deliveries for 24 hours, as Stripe does with idempotency keys, and parcels for 90 days after they last moved; of messages the newest. */
export const prune = async (pool: Pool): Promise<void> => {
  await pool.query(`delete from recorded_answer where created_at < now() - interval '24 hours'`)
  await pool.query(
    `delete from webhook_event where created_at < now() - interval '24 hours' and (delivered_at is not null or given_up_at is not null)`,
  )
  await pool.query(`delete from shipment where moved_at < now() - interval '90 days'`)
  await cutLists(pool)
}

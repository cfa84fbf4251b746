import type { Tx } from '../client.ts'

/** Records that the platform has these records; they are never claimed again. */
export const markDelivered = async (db: Tx, eventIds: readonly string[]): Promise<void> => {
  await db.$executeRaw`
    update data_delivery set delivered_at = now(), claimed_until = null, last_error = null
    where event_id = any(${eventIds}) and delivered_at is null`
}

export type WaitingDelivery = { readonly eventId: string; readonly waitSeconds: number }

/** Lets records wait for their next attempt, each for its own time, and keeps the reason where operators see it. */
export const letDeliveriesWait = async (db: Tx, waiting: readonly WaitingDelivery[], error: string): Promise<void> => {
  await db.$executeRaw`
    update data_delivery d set claimed_until = null, last_error = ${error.slice(0, 500)},
      next_attempt_at = now() + make_interval(secs => w."waitSeconds")
    from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) as w("eventId" text, "waitSeconds" double precision)
    where d.event_id = w."eventId" and d.delivered_at is null`
}

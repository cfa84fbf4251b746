import type { Tx } from '../client.ts'

/** Records that these events have reached the engine; they are never claimed again. */
export const markEventsSent = async (db: Tx, ids: readonly string[]): Promise<void> => {
  await db.$executeRaw`update outbox set sent_at = now(), claimed_until = null, last_error = null where id = any(${ids})`
}

/** Gives events back to the relay after a failed send and keeps the reason where operators see it. */
export const giveEventsBack = async (db: Tx, ids: readonly string[], error: string): Promise<void> => {
  await db.$executeRaw`update outbox set claimed_until = null, last_error = ${error.slice(0, 500)} where id = any(${ids}) and sent_at is null`
}

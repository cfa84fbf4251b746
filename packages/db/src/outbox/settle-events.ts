import { type Db, inTransaction, type Tx } from '../client.ts'
import { closeGoneOnOf } from '../incident/close-gone-on.ts'
import { openIncident } from '../saga/open-incident.ts'
import { refusedBefore } from './claim-events.ts'

/** After so many refusals an event is in front of a person. */
const refusalsToTell = 5
const longestWaitSeconds = 60 * 60

/** Records that these events have reached the engine; they are never claimed again. */
export const markEventsSent = async (db: Tx, ids: readonly string[]): Promise<void> => {
  await db.$executeRaw`update outbox set sent_at = now(), claimed_until = null, last_error = null where id = any(${ids})`
}

/** What was told of an event that the engine had refused is over: it has taken it. */
export const closeRefusal = (db: Db, id: string): Promise<void> =>
  inTransaction(db, tx => closeGoneOnOf(tx, `outbox:${id}`))

/**
 * Lets an event that the engine refuses wait apart from the others, the longer the oftener it was refused, an hour at most.
 * After some refusals it is put in front of a person; it is still tried.
 */
export const setEventAside = (db: Db, id: string, error: string): Promise<void> =>
  inTransaction(db, async tx => {
    const [event] = await tx.$queryRaw<{ name: string; attempts: number; orderId: string | null }[]>`
      update outbox e set last_error = ${`${refusedBefore}${error}`.slice(0, 500)},
        claimed_until = now() + make_interval(secs => least(power(2, least(attempts, 12)), ${longestWaitSeconds}))
      where id = ${id} and sent_at is null
      returning name, attempts, (select o.id from "order" o where o.id = e.payload ->> 'orderId') as "orderId"`
    if (!event || event.attempts < refusalsToTell) return
    const detail = `the engine refuses ${event.name} ${id}: ${error}`
    await openIncident(tx, {
      orderId: event.orderId,
      sagaId: `outbox:${id}`,
      stepId: 'send',
      kind: 'event-failed',
      detail,
    })
  })

/** Gives events back to the relay after a failed send and keeps the reason where operators see it. */
export const giveEventsBack = async (db: Tx, ids: readonly string[], error: string): Promise<void> => {
  await db.$executeRaw`
    update outbox set claimed_until = null,
      last_error = case when last_error like ${`${refusedBefore}%`} then last_error else ${error.slice(0, 500)} end
    where id = any(${ids}) and sent_at is null`
}

import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { type ResumableSaga, resumeSaga } from '../saga/resume-saga.ts'

/** How long after a refusal the delivery's saga may still have been on its way back: an outage is outlived within a day. */
const lookBackDays = 30

/**
 * Takes the delivery of an order up again whose cancellation came to nothing, once, in the caller's transaction. Its saga had
 * stopped for the request and undone itself: it goes forward again, and what was undone or had refused is begun anew, under
 * a new key, because to the old one the outside would answer for ever with what was taken back. What stands stays. Does
 * nothing where the saga still runs or waits for a person, another request is open, or the order has moved on.
 */
export const takeUpFulfilment = async (tx: Tx, orderId: string, leaseSeconds: number): Promise<boolean> =>
  (await takeUp(tx, Prisma.sql`c.order_id = ${orderId}`, { leaseSeconds, limit: 1 })) > 0

/** The same for up to `limit` orders whose saga ended only after the refusal; answers how many. */
export const takeUpLeftFulfilments = (
  tx: Tx,
  bounds: { readonly leaseSeconds: number; readonly limit: number },
): Promise<number> => takeUp(tx, Prisma.sql`c.ended_at > now() - make_interval(days => ${lookBackDays})`, bounds)

/** Waits for nobody: whoever holds an order or its saga is at work on it, and it is looked at again. */
const takeUp = async (
  tx: Tx,
  refused: Prisma.Sql,
  { leaseSeconds, limit }: { readonly leaseSeconds: number; readonly limit: number },
): Promise<number> => {
  const sagas = await tx.$queryRaw<ResumableSaga[]>`
    select s.id, s.name, s.generation, s.input
    from "order" o join saga s on s.order_id = o.id and s.name = 'fulfil-order'
    where o.id in (select c.order_id from cancellation c where c.status = 'REFUSED' and ${refused})
      and o.status = 'CONFIRMED' and not o.cancelling and s.status = 'UNDONE'
    order by s.ended_at limit ${limit} for update of o, s skip locked`
  for (const saga of sagas) {
    await turnForward(tx, saga.id)
    const resumed = await resumeSaga(tx, saga, 'UNDONE', leaseSeconds)
    if (!resumed) throw new Error(`saga ${saga.id} went on while its row was locked`)
  }
  return sagas.length
}

const turnForward = async (tx: Tx, sagaId: string): Promise<void> => {
  await tx.$executeRaw`update saga set direction = 'FORWARD', refusal = null where id = ${sagaId}`
  await tx.$executeRaw`
    update saga_step set status = 'FAILED', result = null, reopened = reopened + 1, started_at = clock_timestamp(),
      ended_at = null, undo_status = null, undo_attempts = 0, undo_error = null, undone_at = null
    where saga_id = ${sagaId} and (undo_status = 'DONE' or status = 'REFUSED')`
}

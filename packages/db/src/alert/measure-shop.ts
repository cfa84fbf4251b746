import type { Measurements } from '@makegood/core/alert/alert-rules'
import type { Tx } from '../client.ts'
import { measureOutboxLag } from '../outbox/measure-outbox-lag.ts'

/** Above the threshold that a shop would set for its queue. */
const countMax = 20_000
/** An api that has not said anything for so long is not asked. */
const processSeenSeconds = 60
/** Fewer answers than this in a process's last minute say nothing about its speed. */
const answersMin = 20
/** Steps that give money back: where one of them stands, a refund has failed. */
const refundSteps = ['refund-card', 'refund-wallet', 'refund-late-charge'] as const

/** What the alerts ask of the database, each by an index on what is open or happened within the window. */
export const measureShop = async (
  db: Tx,
  { windowSeconds }: { readonly windowSeconds: number },
): Promise<Omit<Measurements, 'queue'> & { readonly outboxUnsent: number }> => {
  const [row] = await db.$queryRaw<
    {
      reserved: number
      unreserved: number
      paid: number
      unpaid: number
      undos: number
      refunds: number
      answerMs: number | null
    }[]
  >`
    with since as (select now() - make_interval(secs => ${windowSeconds}::float8) as at), moves as (
      select h.to_status from order_history h where h.at >= (select at from since) and h.from_status = 'PENDING'
    ), settled as (select p.status from payment p where p.settled_at >= (select at from since)
    ), open_ones as (select kind, step_id from incident where resolved_at is null limit ${countMax})
    select (select count(*) from moves where to_status <> 'CANCELLED')::int as reserved,
      (select count(*) from moves where to_status = 'CANCELLED')::int as unreserved,
      (select count(*) from settled where status in ('SUCCEEDED', 'REFUNDED'))::int as paid,
      (select count(*) from settled where status in ('DECLINED', 'FAILED'))::int as unpaid,
      (select count(*) from open_ones where kind = 'undo-failed')::int as undos,
      (select count(*) from open_ones where kind = 'refund-failed' or step_id = any(${[...refundSteps]}))::int as refunds,
      (select max((said ->> 'answerP95Ms')::float8) from api_process
        where seen_at > now() - make_interval(secs => ${processSeenSeconds}::float8)
          and (said ->> 'answers')::int >= ${answersMin})::float8 as "answerMs"`
  const { unsent, lagSeconds } = await measureOutboxLag(db, countMax)
  const { reserved = 0, unreserved = 0, paid = 0, unpaid = 0, undos = 0, refunds = 0, answerMs = null } = row ?? {}
  return {
    reservations: { failed: unreserved, all: reserved + unreserved },
    payments: { failed: unpaid, all: paid + unpaid },
    eventLagSeconds: lagSeconds,
    // Nobody asks: nothing is slow.
    answerSeconds: (answerMs ?? 0) / 1000,
    failedUndos: undos,
    failedRefunds: refunds,
    outboxUnsent: unsent,
  }
}

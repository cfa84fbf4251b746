import type { Tx } from '../client.ts'

export type ClaimedDelivery = {
  readonly eventId: string
  readonly name: string
  readonly record: { readonly at: string; readonly data: Readonly<Record<string, unknown>> }
  /** This one included. */
  readonly attempts: number
}

/**
 * Takes up to `limit` records that are due, the longest waiting first, for `leaseSeconds`. Two callers never hold one record
 * at the same time; one whose holder died is taken again when the lease has run out.
 */
export const claimDeliveries = async (
  db: Tx,
  limit: number,
  leaseSeconds: number,
): Promise<readonly ClaimedDelivery[]> => {
  // Rounded as the column is, or a record written this very moment would seem to lie in the future.
  const rows = await db.$queryRaw<ClaimedDelivery[]>`
    update data_delivery set attempts = attempts + 1, claimed_until = now() + make_interval(secs => ${leaseSeconds})
    where event_id in (
      select event_id from data_delivery
      where delivered_at is null and next_attempt_at <= now()::timestamptz(3) and (claimed_until is null or claimed_until < now())
      order by next_attempt_at, event_id limit ${limit} for update skip locked)
    returning event_id as "eventId", name, record, attempts`
  return rows.sort((a, b) => (a.eventId < b.eventId ? -1 : 1))
}

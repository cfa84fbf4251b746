import type { Tx } from '../client.ts'

export type ClaimedEvent = {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly payload: { readonly orderId?: string } & Record<string, unknown>
  readonly correlationId: string
  readonly createdAt: Date
  /** True where the engine has refused it before. */
  readonly refused: boolean
}

/** What the error of an event begins with that the engine has refused. */
export const refusedBefore = 'refused: '

/**
 * Takes up to `limit` unsent events, oldest first, for `leaseSeconds`. Two callers never hold one event at the same time;
 * an event whose holder died is taken again when the lease has run out.
 */
export const claimEvents = async (db: Tx, limit: number, leaseSeconds: number): Promise<readonly ClaimedEvent[]> => {
  const rows = await db.$queryRaw<ClaimedEvent[]>`
    update outbox set attempts = attempts + 1, claimed_until = now() + make_interval(secs => ${leaseSeconds})
    where id in (
      select id from outbox where sent_at is null and (claimed_until is null or claimed_until < now())
      order by id limit ${limit} for update skip locked)
    returning id, name, version, payload, correlation_id as "correlationId", created_at as "createdAt",
      coalesce(last_error like ${`${refusedBefore}%`}, false) as refused`
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

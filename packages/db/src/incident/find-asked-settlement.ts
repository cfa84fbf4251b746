import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'

export type AskedSettlement = {
  readonly approvalId: string
  readonly by: string
  readonly at: Date
  readonly amountMinor: bigint
  readonly currency: string
}

/** That somebody says that the incident `i` was settled by hand, and that another has still to agree. */
export const settlementAsked = Prisma.sql`exists (select 1 from approval a where a.kind = 'settle-by-hand'
  and a.state = 'WAITING' and a.expires_at > now() and a.input ->> 'incidentId' = i.id)`

/** The request that says that this incident was settled by hand and waits for somebody else; null where there is none. */
export const findAskedSettlement = async (tx: Tx, incidentId: string): Promise<AskedSettlement | null> => {
  const [asked] = await tx.$queryRaw<AskedSettlement[]>`
    select a.id as "approvalId", coalesce(u.name, a.requested_by) as by, a.requested_at as at, a.amount_minor as "amountMinor",
      a.currency
    from approval a left join "user" u on u.id = a.requested_by
    where a.kind = 'settle-by-hand' and a.state = 'WAITING' and a.expires_at > now() and a.input ->> 'incidentId' = ${incidentId}
    order by a.requested_at limit 1`
  return asked ?? null
}

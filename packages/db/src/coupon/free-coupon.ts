import { Prisma } from '../generated/prisma/client.ts'

/** True of a claim `c` that no other order has: it is bound to none, to this one, or to one that was cancelled. */
export const isFreeFor = (orderId: string): Prisma.Sql => Prisma.sql`(c.status = 'CLAIMED' and (c.order_id is null
  or c.order_id = ${orderId} or exists (select 1 from "order" x where x.id = c.order_id and x.status = 'CANCELLED')))`

import { Prisma } from '../generated/prisma/client.ts'

/** That the carrier has refused to give the parcel of the order `o` back, because it has it in hand: it will tell so itself. */
export const hasParcelLeft = Prisma.sql`(o.status = 'PREPARING' and exists (select 1 from cancellation l
  where l.order_id = o.id and l.status = 'REFUSED' and l.refusal = 'already-handed-over'))`

import type { Db } from '@makegood/db/client'

/** The order that an id of the shop belongs to, or the top-up itself; null where it belongs to no single one. */
export const findOrderOf = async (db: Db, subject: string): Promise<string | null> => {
  const [row] = await db.$queryRaw<{ orderId: string }[]>`
    select order_id as "orderId" from (
      select id as order_id from "order" where id = ${subject}
      union all select order_id from payment where id = ${subject} or charge_ref = ${subject}
      union all select order_id from refund where id = ${subject}
      union all select order_id from saga where id = ${subject} and order_id is not null
      union all select order_id from cancellation where id = ${subject}
      union all select order_id from shipment where id = ${subject}
      union all select order_id from coupon_claim where id = ${subject} and order_id is not null
      union all select l.order_id from order_line l where l.variant_id = ${subject}
      union all select id from "order" where user_id = ${subject}
      union all select id from wallet_top_up where id = ${subject} or charge_ref = ${subject}
    ) known limit 1`
  return row?.orderId ?? null
}

/** The cancelled order in whose place this one is; null where it is in nobody's place. */
export const findTakenUpFrom = async (db: Db, orderId: string | null): Promise<string | null> => {
  const order = orderId === null ? null : await db.order.findUnique({ where: { id: orderId } })
  return order?.takenUpFrom ?? null
}

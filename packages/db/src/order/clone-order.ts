import { newId } from '@makegood/core/ids'
import type { Tx } from '../client.ts'

/**
 * Places a new order with the lines, prices, delivery and address of one that was cancelled, once (a unique key on the old one), in
 * the caller's transaction; answers its id. It starts in PENDING without the event of a placed order: the caller moves it on.
 */
export const cloneOrder = async (tx: Tx, takenUpFrom: string): Promise<string> => {
  const orderId = newId('order', new Date())
  await tx.$executeRaw`
    with placed as (
      insert into "order" (id, user_id, visitor_hash, cart_id, status, currency, goods_minor, discount_minor, delivery_minor,
        total_minor, coupon_claim_id, email, locale, recipient, phone, postcode, address1, address2, country, delivery_method,
        delivery_note, arrives_from, arrives_to, request_hash, correlation_id, taken_up_from)
      select ${orderId}, user_id, visitor_hash, null, 'PENDING', currency, goods_minor, discount_minor, delivery_minor,
        total_minor, coupon_claim_id, email, locale, recipient, phone, postcode, address1, address2, country, delivery_method,
        delivery_note, arrives_from, arrives_to, request_hash, correlation_id, id
      from "order" where id = ${takenUpFrom}
      returning id
    ), lines as (
      insert into order_line (order_id, position, variant_id, name_ko, name_en, option_ko, option_en, picture_path,
        unit_price_minor, quantity, discount_minor)
      select placed.id, position, variant_id, name_ko, name_en, option_ko, option_en, picture_path, unit_price_minor,
        quantity, discount_minor
      from placed, order_line l where l.order_id = ${takenUpFrom}
    )
    insert into order_history (order_id, version, from_status, to_status, reason, mover, details)
    select id, 1, null, 'PENDING', 'placed', 'system', jsonb_build_object('takenUpFrom', ${takenUpFrom}::text) from placed`
  return orderId
}

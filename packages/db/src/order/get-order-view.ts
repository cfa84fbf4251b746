import type { Locale } from '@makegood/core/locale'
import type { OrderView } from '@makegood/core/order/views'
import type { Tx } from '../client.ts'
import { type OrderViewRow, toOrderView } from './order-view-row.ts'
import { assertOwner, type Owner } from './owner.ts'

/** An order as its owner sees it, in one statement; null for an order that does not exist or is somebody else's. */
export const getOrderView = async (
  db: Tx,
  request: { readonly orderId: string; readonly owner: Owner; readonly locale: Locale },
): Promise<OrderView | null> => {
  assertOwner(request.owner)
  const { orderId, owner, locale } = request
  const rows = await db.$queryRaw<OrderViewRow[]>`
    select o.id, o.number, o.status, o.version, o.placed_at as "placedAt", o.goods_minor as "goodsMinor",
      o.discount_minor as "discountMinor", o.delivery_minor as "deliveryMinor", o.total_minor as "totalMinor", o.currency,
      o.user_id is not null as "ofAccount", o.email, o.locale, o.recipient, o.phone, o.country, o.postcode, o.address1, o.address2, o.delivery_note as "deliveryNote",
      o.delivery_method as "deliveryMethod", o.arrives_from::text as "arrivesFrom", o.arrives_to::text as "arrivesTo",
      (select json_agg(json_build_object('variantId', l.variant_id, 'nameKo', l.name_ko, 'nameEn', l.name_en,
        'optionKo', l.option_ko, 'optionEn', l.option_en, 'picturePath', l.picture_path,
        'unitPriceMinor', l.unit_price_minor::text, 'discountMinor', l.discount_minor::text, 'quantity', l.quantity, 'returnQuantity', l.return_quantity)
        order by l.position) from order_line l where l.order_id = o.id) as lines,
      (select json_agg(json_build_object('toStatus', h.to_status, 'reason', h.reason, 'at', h.at, 'details', h.details)
        order by h.version) from order_history h where h.order_id = o.id) as history,
      (select json_object_agg(t.kind, t.due_at) from order_limit t where t.order_id = o.id and t.settled_at is null) as limits,
      (select json_build_object('id', p.id, 'status', p.status, 'cardMinor', p.card_minor::text,
        'walletMinor', p.wallet_minor::text, 'actionUrl', p.action_url)
        from payment p where p.order_id = o.id order by p.attempt desc limit 1) as payment,
      (select json_build_object('id', c.id, 'status', c.status, 'mover', c.mover, 'refusal', c.refusal, 'note', c.note,
        'feeMinor', c.fee_minor::text, 'requestedAt', c.requested_at, 'endedAt', c.ended_at)
        from cancellation c where c.order_id = o.id order by c.requested_at desc limit 1) as cancellation,
      (select json_agg(json_build_object('id', r.id, 'source', r.source, 'leg', r.leg, 'amountMinor', r.amount_minor::text,
        'status', r.status, 'createdAt', r.created_at, 'doneAt', r.done_at) order by r.id)
        from refund r where r.order_id = o.id) as refunds,
      (select json_agg(json_build_object('kind', s.kind, 'returnId', s.return_id, 'carrier', s.carrier,
        'trackingNo', s.tracking_no, 'trackingUrl', s.tracking_url, 'status', s.status, 'registeredAt', s.registered_at,
        'handedOverAt', s.handed_over_at, 'endedAt', s.ended_at) order by s.registered_at)
        from shipment s where s.order_id = o.id and s.status <> 'CANCELLED') as shipments,
      (select json_agg(json_build_object('id', q.id, 'status', q.status, 'reason', q.reason, 'note', q.note,
        'decisionReason', q.decision_reason, 'withoutGoods', q.without_goods, 'refundMinor', q.refund_minor::text,
        'requestedAt', q.requested_at, 'decidedAt', q.decided_at, 'pickedUpAt', q.picked_up_at, 'receivedAt', q.received_at,
        'refundedAt', q.refunded_at, 'lines', (select json_agg(json_build_object('variantId', i.variant_id,
          'quantity', i.quantity, 'refundMinor', i.refund_minor::text) order by i.variant_id)
          from return_line i where i.return_id = q.id)) order by q.requested_at)
        from return_request q where q.order_id = o.id) as returns,
      (select json_build_object('id', t.id, 'number', t.number::text) from "order" t where t.id = o.taken_up_from) as "takenUpFrom",
      (select json_build_object('id', t.id, 'number', t.number::text) from "order" t where t.taken_up_from = o.id) as "takenUpBy"
    from "order" o
    where o.id = ${orderId} and (o.user_id = ${owner.userId} or o.visitor_hash = ${owner.visitorHash})`
  const row = rows[0]
  return row ? toOrderView(row, locale) : null
}

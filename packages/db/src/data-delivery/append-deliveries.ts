import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** An event of an order that the data platform shall know of. */
export type DeliverableEvent = {
  readonly id: string
  readonly name: string
  readonly at: Date
  readonly payload: Readonly<Record<string, unknown>>
}

const isProcessed = Prisma.sql`exists (select 1 from order_history h where h.order_id = o.id and h.to_status = 'CONFIRMED')`

const utc = (at: Prisma.Sql) => Prisma.sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const soldOrder = Prisma.sql`
  select jsonb_build_object('placedAt', ${utc(Prisma.sql`o.placed_at`)}, 'locale', o.locale, 'isGuest', o.user_id is null,
    'goodsMinor', o.goods_minor::text, 'discountMinor', o.discount_minor::text, 'deliveryMinor', o.delivery_minor::text,
    'totalMinor', o.total_minor::text, 'deliveryMethod', o.delivery_method, 'country', o.country,
    'byCardMinor', p.card_minor::text, 'byWalletMinor', p.wallet_minor::text,
    'campaignId', (select c.campaign_id from coupon_claim c where c.id = o.coupon_claim_id),
    'lines', (select jsonb_agg(jsonb_build_object('productId', v.product_id, 'variantId', v.id, 'sku', v.sku,
      'quantity', l.quantity, 'unitPriceMinor', l.unit_price_minor::text, 'discountMinor', l.discount_minor::text)
      order by l.position) from order_line l join variant v on v.id = l.variant_id where l.order_id = o.id))
  from payment p where p.id = e.payload ->> 'paymentId' and p.order_id = o.id`

const cancelledOrder = Prisma.sql`
  select jsonb_build_object('reason', e.payload ->> 'reason', 'feeMinor', coalesce(sum(c.fee_minor), 0)::text,
    'refundMinor', (select coalesce(sum(r.amount_minor), 0)::text from refund r
      where r.order_id = o.id and r.source = 'cancellation'))
  from cancellation c where c.order_id = o.id and c.status <> 'REFUSED'`

const returnedGoods = Prisma.sql`
  select jsonb_build_object('returnId', r.id, 'reason', r.reason, 'isWhole', r.whole, 'refundMinor', r.refund_minor::text,
    'lines', (select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity,
      'refundMinor', l.refund_minor::text, 'restocked', l.restocked, 'writtenOff', l.written_off) order by l.variant_id)
      from return_line l where l.return_id = r.id))
  from return_request r where r.id = e.payload ->> 'returnId' and r.order_id = o.id`

/**
 * Writes down what the data platform shall be told of these events, each once however often it is told, in one statement.
 * Only of orders that were processed. A record names goods and amounts, and nobody: no shopper, no address, no words of
 * theirs.
 */
export const appendDeliveries = async (db: Tx, events: readonly DeliverableEvent[]): Promise<number> => {
  if (events.length === 0) return 0
  return await db.$executeRaw`
    insert into data_delivery (event_id, order_id, name, record)
    select e.id, o.id, e.name, jsonb_build_object('at', e.at, 'data',
      jsonb_build_object('orderId', o.id, 'number', o.number::text, 'currency', o.currency) || coalesce(case e.name
        when 'order/processed' then (${soldOrder})
        when 'order/cancelled' then (${cancelledOrder})
        else (${returnedGoods}) end, '{}'))
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(id text, name text, at text, payload jsonb)
    join "order" o on o.id = e.payload ->> 'orderId'
    where ${isProcessed}
    on conflict (event_id) do nothing`
}

import type { Locale } from '@makegood/core/locale'
import type { Preference } from '@makegood/core/messages/preferences'
import type { Currency } from '@makegood/core/money/money'
import type { Tx } from '../client.ts'

export type FactLine = {
  readonly variantId: string
  readonly nameKo: string
  readonly nameEn: string
  readonly optionKo: string
  readonly optionEn: string
  readonly quantity: number
  readonly unitPriceMinor: string
}

/** What any message about an order may need to say, and to whom it may go. */
export type OrderFacts = {
  readonly orderId: string
  readonly number: bigint
  readonly locale: Locale
  readonly userId: string | null
  /** Whose a guest's order is; null for somebody who can sign in. */
  readonly visitorHash: string | null
  readonly recipient: string
  readonly email: string
  readonly phone: string
  readonly postcode: string
  readonly address1: string
  readonly address2: string
  readonly country: string
  readonly deliveryNote: string
  readonly currency: Currency
  readonly goodsMinor: bigint
  readonly discountMinor: bigint
  readonly deliveryMinor: bigint
  readonly totalMinor: bigint
  /** The legs of the payment that paid it; null while none has. */
  readonly cardMinor: bigint | null
  readonly walletMinor: bigint | null
  readonly lines: readonly FactLine[]
  readonly preferences: readonly Preference[]
  readonly pushSubscriptionIds: readonly string[]
}

/** Reads these orders with their people's choices, in one statement; an order that does not exist is not in the answer. */
export const readOrderFacts = async (db: Tx, orderIds: readonly string[]): Promise<ReadonlyMap<string, OrderFacts>> => {
  const rows = await db.$queryRaw<OrderFacts[]>`
    select o.id as "orderId", o.number, o.locale, o.user_id as "userId",
      case when o.user_id is null then o.visitor_hash end as "visitorHash", o.recipient, o.email, o.phone, o.postcode,
      o.address1, o.address2, o.country, o.delivery_note as "deliveryNote", o.currency, o.goods_minor as "goodsMinor",
      o.discount_minor as "discountMinor", o.delivery_minor as "deliveryMinor", o.total_minor as "totalMinor", p.card_minor as "cardMinor", p.wallet_minor as "walletMinor",
      (select json_agg(json_build_object('variantId', l.variant_id, 'nameKo', l.name_ko, 'nameEn', l.name_en,
        'optionKo', l.option_ko, 'optionEn', l.option_en, 'quantity', l.quantity,
        'unitPriceMinor', l.unit_price_minor::text) order by l.position)
        from order_line l where l.order_id = o.id) as lines,
      (select coalesce(json_agg(json_build_object('channel', n.channel, 'topic', n.topic, 'wanted', n.wanted)), '[]')
        from notification_preference n where n.user_id = o.user_id) as preferences,
      (select coalesce(json_agg(s.id order by s.id), '[]') from push_subscription s where s.user_id = o.user_id)
        as "pushSubscriptionIds"
    from "order" o left join payment p on p.order_id = o.id and p.status = 'SUCCEEDED'
    where o.id = any(${[...new Set(orderIds)]})`
  return new Map(rows.map(row => [row.orderId, row]))
}

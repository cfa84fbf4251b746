import type { Locale } from '@makegood/core/locale'
import type { Preference } from '@makegood/core/messages/preferences'
import type { Currency } from '@makegood/core/money/money'
import type { Tx } from '../client.ts'

/** A request that can be met now, with what its message says and to whom it goes. */
export type RestockedRequest = {
  readonly id: string
  readonly userId: string | null
  readonly email: string
  /** Empty for a guest, who told none. */
  readonly name: string
  readonly locale: Locale
  readonly variantId: string
  readonly slug: string
  readonly product: string
  readonly option: string
  readonly priceMinor: bigint
  readonly currency: Currency
  readonly available: number
  readonly preferences: readonly Preference[]
}

/**
 * Marks up to `limit` open requests as told whose variant is sold and there again, the longest waiting first, and answers
 * them. Each is answered to one caller only: it is told with the caller's transaction, or stays open with its end.
 */
export const claimRestocked = async (tx: Tx, limit: number): Promise<readonly RestockedRequest[]> =>
  await tx.$queryRaw<RestockedRequest[]>`
    with due as (
      select r.id from restock_request r join variant v on v.id = r.variant_id and v.active
        join product p on p.id = v.product_id and p.published join stock s on s.variant_id = v.id and s.available > 0
      where r.notified_at is null
      order by r.created_at, r.id limit ${limit} for update of r skip locked
    ), told as (
      update restock_request r set notified_at = now() from due where r.id = due.id and r.notified_at is null
      returning r.id, r.user_id, r.email, r.locale, r.variant_id, r.created_at
    )
    select t.id, t.user_id as "userId", coalesce(u.email, t.email) as email, coalesce(u.name, '') as name, t.locale,
      t.variant_id as "variantId", p.slug, v.price_minor as "priceMinor", v.currency, s.available,
      case when t.locale = 'en' then p.name_en else p.name_ko end as product,
      case when t.locale = 'en' then v.option_en else v.option_ko end as option,
      (select coalesce(json_agg(json_build_object('channel', n.channel, 'topic', n.topic, 'wanted', n.wanted)), '[]')
        from notification_preference n where n.user_id = t.user_id) as preferences
    from told t join variant v on v.id = t.variant_id join product p on p.id = v.product_id
      join stock s on s.variant_id = v.id left join "user" u on u.id = t.user_id
    order by t.created_at, t.id`

import { linesToBuy, unitsToBuy } from '@makegood/core/cart/lines-to-buy'
import type { CartView } from '@makegood/core/cart/views'
import type { Locale } from '@makegood/core/locale'
import { type Currency, money, multiply } from '@makegood/core/money/money'
import { toWireMoney } from '@makegood/core/money/wire-money'
import { totalOf } from '@makegood/core/pricing/price-lines'
import type { Tx } from '../client.ts'
import { assertOwner, type Owner } from '../order/owner.ts'

export type GetCart = { readonly owner: Owner; readonly locale: Locale }

type LineRow = Pick<
  CartView['lines'][number],
  'variantId' | 'productSlug' | 'name' | 'option' | 'picture' | 'onSale' | 'mended'
> & {
  quantity: number
  available: number
  priceMinor: bigint
  seenMinor: bigint | null
  createdAt: Date
  currency: Currency
}

export const emptyCart: CartView = { lines: [], total: toWireMoney(money(0n, 'KRW')), count: 0 }

/**
 * Reads the owner's own cart with the prices of this moment, in one statement; empty where there is none. A variant that is
 * no longer sold stays in sight with nothing available, so that its owner learns why it cannot be ordered; so does the price
 * that its owner saw, where it is another one now. Only what can be bought counts in the money.
 */
export const getCart = async (db: Tx, { owner, locale }: GetCart): Promise<CartView> => {
  assertOwner(owner)
  const english = locale === 'en'
  const rows = await db.$queryRaw<LineRow[]>`
    select l.variant_id as "variantId", p.slug as "productSlug", l.quantity, v.price_minor as "priceMinor",
      l.seen_price_minor as "seenMinor", l.created_at as "createdAt", v.currency, v.active and p.published as "onSale", p.mended,
      case when ${english} then p.name_en else p.name_ko end as name,
      case when ${english} then v.option_en else v.option_ko end as option,
      case when v.active and p.published then coalesce(s.available, 0) else 0 end as available,
      (select jsonb_build_object('path', i.path, 'alt', case when ${english} then i.alt_en else i.alt_ko end,
        'width', i.width, 'height', i.height)
        from picture i where i.product_id = p.id order by i.position limit 1) as picture
    from cart c join cart_line l on l.cart_id = c.id join variant v on v.id = l.variant_id join product p on p.id = v.product_id
      left join stock s on s.variant_id = v.id
    where (${owner.userId}::text is not null and c.user_id = ${owner.userId})
      or (${owner.userId}::text is null and c.visitor_hash = ${owner.visitorHash})
    order by l.created_at, l.variant_id`
  const first = rows[0]
  if (!first) return emptyCart
  const priced = rows.map(row => ({ ...row, unitPrice: money(row.priceMinor, row.currency) }))
  return {
    lines: priced.map(({ priceMinor, seenMinor, createdAt, currency, unitPrice, ...line }) => ({
      ...line,
      addedAt: createdAt.toISOString(),
      priceBefore: seenMinor === null || seenMinor === priceMinor ? null : toWireMoney(money(seenMinor, currency)),
      unitPrice: toWireMoney(unitPrice),
      lineTotal: toWireMoney(multiply(unitPrice, unitsToBuy(line))),
    })),
    total: toWireMoney(totalOf(linesToBuy(priced), first.currency)),
    count: rows.reduce((sum, row) => sum + row.quantity, 0),
  }
}

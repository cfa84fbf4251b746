import type { Tx } from '../client.ts'
import type { Owner } from './owner.ts'

export type CartRow = {
  readonly cartId: string
  readonly variantId: string
  readonly quantity: number
  readonly priceMinor: bigint
  readonly currency: string
  readonly buyable: boolean
  readonly nameKo: string
  readonly nameEn: string
  readonly optionKo: string
  readonly optionEn: string
  readonly picturePath: string
}

/** The owner's own cart with the prices of this moment, line by line in the order in which they were added. */
export const readCartToPlace = (db: Tx, owner: Owner): Promise<CartRow[]> => db.$queryRaw<CartRow[]>`
  select c.id as "cartId", l.variant_id as "variantId", l.quantity,
    v.price_minor as "priceMinor", v.currency, (v.active and p.published) as buyable,
    p.name_ko as "nameKo", p.name_en as "nameEn", v.option_ko as "optionKo", v.option_en as "optionEn",
    coalesce((select pic.path from picture pic where pic.product_id = p.id order by pic.position limit 1), '') as "picturePath"
  from cart c join cart_line l on l.cart_id = c.id join variant v on v.id = l.variant_id join product p on p.id = v.product_id
  where (${owner.userId}::text is not null and c.user_id = ${owner.userId})
    or (${owner.userId}::text is null and c.visitor_hash = ${owner.visitorHash})
  order by l.created_at, l.variant_id`

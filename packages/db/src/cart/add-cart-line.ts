import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { assertOwner, type Owner } from '../order/owner.ts'
import type { CartLimits } from './cart-limits.ts'

export type AddCartLine = {
  readonly owner: Owner
  readonly variantId: string
  readonly quantity: number
  /** When it was put in before it was taken out; now where it is put in for the first time. */
  readonly addedAt?: Date | undefined
  readonly limits: CartLimits
}

/**
 * Adds units of a variant that is sold to the owner's own cart, making the cart at its first line; one statement. A line
 * never holds more than `lineQuantityMax` units, and remembers the price of this moment as the one that was seen. An unknown
 * variant and a full cart are refused and leave nothing behind.
 */
export const addCartLine = async (
  db: Tx,
  { owner, variantId, quantity, addedAt, limits }: AddCartLine,
): Promise<void> => {
  assertOwner(owner)
  const { lineQuantityMax, cartLinesMax } = limits
  const ownersIndex = owner.userId ? Prisma.sql`(user_id)` : Prisma.sql`(visitor_hash)`
  const [outcome] = await db.$queryRaw<{ sold: boolean; added: boolean }[]>`
    with sold as (
      select v.id, v.price_minor from variant v join product p on p.id = v.product_id
      where v.id = ${variantId} and v.active and p.published
    ), own as (
      insert into cart (id, user_id, visitor_hash)
      select ${newId('cart', new Date())}, ${owner.userId}, ${owner.userId ? null : owner.visitorHash} from sold
      on conflict ${ownersIndex} do update set updated_at = now() returning id
    ), added as (
      insert into cart_line as l (cart_id, variant_id, quantity, seen_price_minor, created_at)
      select own.id, sold.id, least(${quantity}::int, ${lineQuantityMax}::int), sold.price_minor,
        least(coalesce(${addedAt ?? null}::timestamptz, now()), now())
      from own, sold
      where (select count(*) from cart_line o where o.cart_id = own.id and o.variant_id <> sold.id) < ${cartLinesMax}
      on conflict (cart_id, variant_id)
        do update set quantity = least(l.quantity + excluded.quantity, ${lineQuantityMax}::int),
          seen_price_minor = excluded.seen_price_minor
      returning 1
    )
    select exists (select 1 from sold) as sold, exists (select 1 from added) as added`
  if (!outcome?.sold) throw new DomainError('not-found', 'no such variant is sold')
  if (!outcome.added)
    throw new DomainError('invalid-input', 'the cart is full', { reason: 'cart-full', linesMax: cartLinesMax })
}

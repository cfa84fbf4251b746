import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import { assertOwner, type Owner } from '../order/owner.ts'
import type { CartLimits } from './cart-limits.ts'

export type ChangeCartLine = {
  readonly owner: Owner
  readonly variantId: string
  readonly quantity: number
  readonly limits: Pick<CartLimits, 'lineQuantityMax'>
}

/**
 * Sets the quantity of a line of the owner's own cart, `lineQuantityMax` at most, in one statement; the price of this moment
 * counts as seen with it. Refuses a line that is not there.
 */
export const changeCartLine = async (db: Tx, { owner, variantId, quantity, limits }: ChangeCartLine): Promise<void> => {
  assertOwner(owner)
  const changed = await db.$executeRaw`
    with own as (
      update cart set updated_at = now()
      where (${owner.userId}::text is not null and user_id = ${owner.userId})
        or (${owner.userId}::text is null and visitor_hash = ${owner.visitorHash})
      returning id
    )
    update cart_line l set quantity = least(${quantity}::int, ${limits.lineQuantityMax}::int), seen_price_minor = v.price_minor
    from own, variant v where l.cart_id = own.id and l.variant_id = ${variantId} and v.id = l.variant_id`
  if (changed === 0) throw new DomainError('not-found', 'the cart has no such line')
}

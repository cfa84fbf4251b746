import type { Tx } from '../client.ts'
import { assertOwner, type Owner } from '../order/owner.ts'

export type AcceptPrice = { readonly owner: Owner; readonly variantId: string; readonly priceMinor: bigint }

/**
 * Notes that the owner has seen what a line of their own cart costs now, in one statement. Only the price of this moment can
 * be taken note of: one that has changed again since it was shown is said again.
 */
export const acceptPrice = async (db: Tx, { owner, variantId, priceMinor }: AcceptPrice): Promise<void> => {
  assertOwner(owner)
  await db.$executeRaw`
    update cart_line l set seen_price_minor = v.price_minor
    from cart c, variant v
    where l.cart_id = c.id and l.variant_id = ${variantId} and v.id = l.variant_id and v.price_minor = ${priceMinor}
      and ((${owner.userId}::text is not null and c.user_id = ${owner.userId})
        or (${owner.userId}::text is null and c.visitor_hash = ${owner.visitorHash}))`
}

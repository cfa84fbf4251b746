import type { Tx } from '../client.ts'
import { assertOwner, type Owner } from '../order/owner.ts'

export type RemoveCartLine = { readonly owner: Owner; readonly variantId: string }

/** Removes a line from the owner's own cart, in one statement; a second removal changes nothing. */
export const removeCartLine = async (db: Tx, { owner, variantId }: RemoveCartLine): Promise<void> => {
  assertOwner(owner)
  await db.$executeRaw`
    with own as (
      update cart set updated_at = now()
      where (${owner.userId}::text is not null and user_id = ${owner.userId})
        or (${owner.userId}::text is null and visitor_hash = ${owner.visitorHash})
      returning id
    )
    delete from cart_line l using own where l.cart_id = own.id and l.variant_id = ${variantId}`
}

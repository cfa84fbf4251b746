import { newId } from '@makegood/core/ids'
import type { Tx } from '../client.ts'
import type { CartLimits } from './cart-limits.ts'

export type MergeCarts = { readonly userId: string; readonly visitorHash: string; readonly limits: CartLimits }

/**
 * Moves a guest's cart into the user's, once: quantities are added up to `lineQuantityMax`, and the guest's cart goes in the
 * same statement, so a second or a parallel merge finds nothing to add. Lines beyond `cartLinesMax` stay out, oldest first in.
 * Each line keeps the price that was seen, so that what changed since is still said.
 */
export const mergeCarts = async (db: Tx, { userId, visitorHash, limits }: MergeCarts): Promise<{ merged: boolean }> => {
  const { lineQuantityMax, cartLinesMax } = limits
  // Deleting takes the guest's row: of two merges at once the second waits, sees it gone, and moves nothing.
  const merged = await db.$queryRaw<{ id: string }[]>`
    with guest as (delete from cart where visitor_hash = ${visitorHash} returning id
    ), own as (
      insert into cart (id, user_id) select ${newId('cart', new Date())}, ${userId} from guest
      on conflict (user_id) do update set updated_at = now() returning id
    ), brought as (
      select g.variant_id, g.quantity, g.created_at, g.seen_price_minor, mine.variant_id is not null as known,
        row_number() over (partition by mine.variant_id is null order by g.created_at, g.variant_id) as place
      from cart_line g join guest on g.cart_id = guest.id
        left join cart_line mine on mine.cart_id = (select id from own) and mine.variant_id = g.variant_id
    ), moved as (
      insert into cart_line as l (cart_id, variant_id, quantity, created_at, seen_price_minor)
      select own.id, b.variant_id, least(b.quantity, ${lineQuantityMax}::int), b.created_at, b.seen_price_minor
      from own, brought b
      where b.known or b.place <= ${cartLinesMax} - (select count(*) from cart_line o where o.cart_id = own.id)
      on conflict (cart_id, variant_id)
        do update set quantity = least(l.quantity + excluded.quantity, ${lineQuantityMax}::int),
          seen_price_minor = coalesce(l.seen_price_minor, excluded.seen_price_minor)
    )
    select id from guest`
  return { merged: merged.length > 0 }
}

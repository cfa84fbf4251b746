import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import type { Locale } from '@makegood/core/locale'
import type { Tx } from '../client.ts'

export type RequestRestock = {
  readonly variantId: string
  readonly userId: string | null
  readonly email: string
  readonly locale: Locale
}

/** So many things one address may wait for at a time: nobody's mailbox can be lined up for more. */
const openMax = 50

/**
 * Keeps one open request a variant and address, in one statement; asking again changes nothing and is answered in the same
 * way, so that nobody learns what an address waits for. A variant that is not sold is refused, and one that never comes back:
 * what was mended has no second one like it.
 */
export const requestRestock = async (db: Tx, { variantId, userId, email, locale }: RequestRestock): Promise<void> => {
  const [outcome] = await db.$queryRaw<{ sold: boolean }[]>`
    with sold as (
      select v.id from variant v join product p on p.id = v.product_id
      where v.id = ${variantId} and v.active and p.published and not p.mended
    ), kept as (
      insert into restock_request (id, variant_id, user_id, email, locale)
      select ${newId('restockRequest', new Date())}, sold.id, ${userId}, ${email}, ${locale} from sold
      where (select count(*) from restock_request r where r.email = ${email} and r.notified_at is null) < ${openMax}
      on conflict (variant_id, email) where notified_at is null do nothing
    )
    select exists (select 1 from sold) as sold`
  if (!outcome?.sold) throw new DomainError('not-found', 'no such variant is sold again')
}

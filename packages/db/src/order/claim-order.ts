import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import type { OrderAccess } from './find-order-access.ts'

export type ClaimOrder = {
  readonly orderId: string
  readonly user: { readonly id: string; readonly email: string }
  /** As whom the caller came to the order. */
  readonly access: OrderAccess
}

/**
 * Gives a guest's order to somebody who can sign in, once, with the order that took its place or that it took the place of.
 * What proves it is the visitor's cookie with which it was placed; a link proves it only together with the e-mail address
 * that the link was sent to, and an e-mail address alone never does. Whose order it is already keeps it.
 */
export const claimOrder = async (db: Tx, { orderId, user, access }: ClaimOrder): Promise<void> => {
  const { visitorHash } = access.owner
  const claimed = await db.$executeRaw`
    update "order" o set user_id = ${user.id}, updated_at = now() from "order" asked
    where asked.id = ${orderId} and asked.user_id is null and asked.visitor_hash = ${visitorHash}
      and (not ${access.byLink} or lower(asked.email) = lower(${user.email}))
      and o.user_id is null and o.visitor_hash = asked.visitor_hash
      and (o.id = asked.id or o.taken_up_from = asked.id or o.id = asked.taken_up_from)`
  if (claimed > 0) return
  const own = await db.$queryRaw<unknown[]>`select 1 from "order" where id = ${orderId} and user_id = ${user.id}`
  if (own.length === 0) throw new DomainError('not-found', `no guest's order ${orderId} that this shopper may take`)
}

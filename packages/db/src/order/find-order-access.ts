import type { Tx } from '../client.ts'
import { isGuestLink } from './guest-link.ts'
import type { Owner } from './owner.ts'

/** In whose name a caller may see and change one order; `byLink` for somebody who holds the link of a message about it. */
export type OrderAccess = { readonly owner: Owner; readonly byLink: boolean }

export type OrderAccessRequest = {
  readonly orderId: string
  readonly owner: Owner | null
  readonly token: string | null
  readonly now: Date
}

/**
 * As whom a caller comes to an order: as themselves, or as its guest where they hold its link and it is not theirs anyway.
 * The link of one order opens no other, and none opens an order of somebody who can sign in. Null for nobody.
 */
export const findOrderAccess = async (db: Tx, request: OrderAccessRequest): Promise<OrderAccess | null> => {
  const { orderId, owner, token, now } = request
  if (token === null) return owner && { owner, byLink: false }
  const [order] = await db.$queryRaw<Owner[]>`
    select user_id as "userId", visitor_hash as "visitorHash" from "order" where id = ${orderId}`
  if (!order) return null
  if (owner && isOwn(order, owner)) return { owner, byLink: false }
  const { visitorHash } = order
  if (order.userId !== null || !visitorHash || !isGuestLink({ orderId, visitorHash }, token, now)) return null
  return { owner: { userId: null, visitorHash }, byLink: true }
}

const isOwn = (order: Owner, { userId, visitorHash }: Owner): boolean =>
  (userId !== null && order.userId === userId) || (visitorHash !== null && order.visitorHash === visitorHash)

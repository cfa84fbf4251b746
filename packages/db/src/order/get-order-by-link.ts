import type { Locale } from '@makegood/core/locale'
import type { OrderView } from '@makegood/core/order/views'
import type { Tx } from '../client.ts'
import { getOrderView } from './get-order-view.ts'
import { isGuestLink } from './guest-link.ts'

export type OrderLink = {
  readonly orderId: string
  readonly token: string
  readonly locale: Locale
  readonly now: Date
}

/** A guest's order for whoever has its link; null for a wrong or old link, and for an order of somebody who can sign in. */
export const getOrderByLink = async (db: Tx, { orderId, token, locale, now }: OrderLink): Promise<OrderView | null> => {
  const rows = await db.$queryRaw<{ visitorHash: string }[]>`
    select visitor_hash as "visitorHash" from "order" where id = ${orderId} and user_id is null`
  const visitorHash = rows[0]?.visitorHash
  if (!visitorHash || !isGuestLink({ orderId, visitorHash }, token, now)) return null
  return await getOrderView(db, { orderId, owner: { userId: null, visitorHash }, locale })
}

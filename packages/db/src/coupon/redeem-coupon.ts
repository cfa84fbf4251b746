import type { Tx } from '../client.ts'
import { type ChangedCoupon, changedColumns } from './changed-coupon.ts'
import { isFreeFor } from './free-coupon.ts'

export type Redemption =
  | { readonly outcome: 'redeemed'; readonly coupon: ChangedCoupon }
  /** The order has no coupon. */
  | { readonly outcome: 'none' }
  /** Another order or another payment has used it. */
  | { readonly outcome: 'refused' }

type Attempt = { readonly orderId: string; readonly paymentId: string }

/**
 * Redeems the coupon of an order for one payment attempt, once; the same attempt again gets the same answer. Only a coupon
 * that no other order has can be redeemed. Its terms are not asked again: they were agreed when the order was placed. Runs
 * in the caller's transaction.
 */
export const redeemCoupon = async (tx: Tx, { orderId, paymentId }: Attempt): Promise<Redemption> => {
  const [row] = await tx.$queryRaw<(ChangedCoupon & { wanted: string | null })[]>`
    with redeemed as (
      update coupon_claim c set status = 'REDEEMED', order_id = o.id, payment_id = ${paymentId},
        redeemed_at = coalesce(c.redeemed_at, now())
      from "order" o
      where o.id = ${orderId} and c.id = o.coupon_claim_id and c.user_id = o.user_id
        and (${isFreeFor(orderId)} or (c.status = 'REDEEMED' and c.order_id = o.id and c.payment_id = ${paymentId}))
      returning ${changedColumns}
    )
    select o.coupon_claim_id as wanted, redeemed.* from "order" o left join redeemed on true where o.id = ${orderId}`
  if (!row) throw new Error(`no order ${orderId}`)
  if (row.wanted === null) return { outcome: 'none' }
  const { wanted, ...coupon } = row
  return coupon.claimId === wanted ? { outcome: 'redeemed', coupon } : { outcome: 'refused' }
}

/**
 * The undo of `redeemCoupon`, fenced to its own payment attempt: only what this payment redeemed is given back. The order
 * keeps the coupon for its next attempt. Answers null where this payment redeemed nothing.
 */
export const undoRedeemCoupon = async (tx: Tx, { orderId, paymentId }: Attempt): Promise<ChangedCoupon | null> => {
  const rows = await tx.$queryRaw<ChangedCoupon[]>`
    update coupon_claim c set status = 'CLAIMED', payment_id = null, redeemed_at = null
    where c.order_id = ${orderId} and c.payment_id = ${paymentId} and c.status = 'REDEEMED'
    returning ${changedColumns}`
  return rows[0] ?? null
}

/** Gives a coupon back that this order holds, redeemed or not, so that its owner can use it elsewhere; null where it has none. */
export const giveCouponBack = async (tx: Tx, orderId: string): Promise<ChangedCoupon | null> => {
  const rows = await tx.$queryRaw<ChangedCoupon[]>`
    update coupon_claim c set status = 'CLAIMED', order_id = null, payment_id = null, redeemed_at = null
    from "order" o
    where o.id = ${orderId} and c.id = o.coupon_claim_id and c.order_id = o.id
    returning ${changedColumns}`
  return rows[0] ?? null
}

import { mirrorCoupon } from '@makegood/db/coupon/changed-coupon'
import { redeemCoupon, undoRedeemCoupon } from '@makegood/db/coupon/redeem-coupon'
import { couponStoresOf } from '../../coupon/coupon-stores-of.ts'
import type { Participant } from '../../saga/participant.ts'
import type { PayOrderData } from '../../sagas/pay-order/pay-order-data.ts'

/**
 * Redeems the order's coupon for this payment attempt, once; the undo gives back exactly that. Redis is told beside it and
 * never waited for: what it misses, the repair puts right.
 */
export const participant: Participant<PayOrderData> = {
  takesPartIn: { 'pay-order': 'processing' },
  place: 20,
  create: deps => ({
    id: 'redeem-coupon',
    kind: 'undoable',
    reach: 'local',
    skip: data => !data.coupon,
    async run(tx, { data: { orderId, paymentId } }) {
      const redemption = await redeemCoupon(tx, { orderId, paymentId })
      if (redemption.outcome === 'none') return { outcome: 'done', result: { redeemed: false } }
      if (redemption.outcome === 'refused') return { outcome: 'refused', result: { reason: 'coupon-not-redeemable' } }
      void mirrorCoupon(couponStoresOf(deps), redemption.coupon)
      return { outcome: 'done', result: { redeemed: true, claimId: redemption.coupon.claimId } }
    },
    async undo(tx, { data: { orderId, paymentId } }) {
      const coupon = await undoRedeemCoupon(tx, { orderId, paymentId })
      if (coupon) void mirrorCoupon(couponStoresOf(deps), coupon)
    },
  }),
}

import { mirrorCoupon } from '@makegood/db/coupon/changed-coupon'
import { giveCouponBack } from '@makegood/db/coupon/redeem-coupon'
import { couponStoresOf } from '../../coupon/coupon-stores-of.ts'
import type { Participant } from '../../saga/participant.ts'
import type { CancelOrderData } from '../../sagas/cancel-order/cancel-order-data.ts'

/** A cancelled order's coupon is its shopper's to use again, once. */
export const participant: Participant<CancelOrderData> = {
  takesPartIn: { 'cancel-order': 'undo-processing' },
  place: 20,
  create: deps => ({
    id: 'give-coupon-back',
    kind: 'forward-only',
    reach: 'local',
    async run(tx, { data }) {
      const coupon = await giveCouponBack(tx, data.orderId)
      if (coupon) void mirrorCoupon(couponStoresOf(deps), coupon)
      return { outcome: 'done', result: { givenBack: coupon !== null } }
    },
  }),
}

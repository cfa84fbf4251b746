import { listCouponOrdersInput } from '@makegood/core/coupon/inputs'
import { couponOrdersSchema } from '@makegood/core/coupon/views'
import { listCouponOrders } from '@makegood/db/coupon/list-coupon-orders'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of the orders that hold a coupon of a campaign. */
export const listOrders = operatorProcedure('coupon.read')
  .input(listCouponOrdersInput)
  .output(couponOrdersSchema)
  .query(({ ctx, input }) => listCouponOrders(ctx.api.db, input))

import { listOwnCouponsInput } from '@makegood/core/coupon/inputs'
import { ownCouponViewSchema } from '@makegood/core/coupon/views'
import { listOwnCoupons as readCoupons } from '@makegood/db/coupon/list-own-coupons'
import { z } from 'zod'
import { signedInProcedure } from '../../../trpc.ts'

/** The caller's own coupons, each with what can be done with it now. */
export const listOwnCoupons = signedInProcedure
  .input(listOwnCouponsInput)
  .output(z.object({ coupons: z.array(ownCouponViewSchema) }))
  .query(async ({ ctx, input }) => ({
    coupons: await readCoupons(ctx.api.db, { userId: ctx.user.id, locale: input.locale }),
  }))

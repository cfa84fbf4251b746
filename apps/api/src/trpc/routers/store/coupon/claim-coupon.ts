import { claimCouponInput } from '@makegood/core/coupon/inputs'
import { newId } from '@makegood/core/ids'
import { claimCoupon as claim } from '@makegood/db/coupon/claim-coupon'
import { couponStoresOf } from '@makegood/events/coupon/coupon-stores-of'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Claims one coupon of a campaign for the caller: first come, first served, one a person. */
export const claimCoupon = signedInRushProcedure
  .input(claimCouponInput)
  .output(z.object({ claimId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const claimed = await claim(couponStoresOf(ctx.api), {
      campaignId: input.campaignId,
      userId: ctx.user.id,
      claimId: newId('claim', new Date()),
      correlationId: ctx.requestId,
    })
    ctx.api.outbox.nudge()
    return claimed
  })

import { extendCampaignInput } from '@makegood/core/coupon/inputs'
import { extendCampaign as extend } from '@makegood/db/coupon/extend-campaign'
import { couponStoresOf } from '@makegood/events/coupon/coupon-stores-of'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Gives a campaign more coupons, more time, or both. */
export const extendCampaign = operatorProcedure('coupon.manage')
  .input(extendCampaignInput)
  .output(z.object({ campaignId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await extend(couponStoresOf(ctx.api), input, ctx.user.id)
    return { campaignId: input.campaignId }
  })

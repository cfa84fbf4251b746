import { stopCampaignInput } from '@makegood/core/coupon/inputs'
import { stopCampaign as stop } from '@makegood/db/coupon/stop-campaign'
import { couponStoresOf } from '@makegood/events/coupon/coupon-stores-of'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Stops a campaign: it gives no more coupons, and none of its coupons can be used for a new order. */
export const stopCampaign = operatorProcedure('coupon.manage')
  .input(stopCampaignInput)
  .output(z.object({ campaignId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await stop(couponStoresOf(ctx.api), { ...input, operatorId: ctx.user.id })
    return { campaignId: input.campaignId }
  })

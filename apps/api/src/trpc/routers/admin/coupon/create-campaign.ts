import { createCampaignInput } from '@makegood/core/coupon/inputs'
import { createCampaign as create } from '@makegood/db/coupon/create-campaign'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Makes one campaign for one client-made id, by an operator whose name is kept. */
export const createCampaign = operatorProcedure('coupon.manage')
  .input(createCampaignInput)
  .output(z.object({ campaignId: z.string() }))
  .mutation(({ ctx, input }) => create(ctx.api.db, input, ctx.user.id))

import { listCampaignsInput } from '@makegood/core/coupon/inputs'
import { campaignViewSchema } from '@makegood/core/coupon/views'
import { listCampaigns as readCampaigns } from '@makegood/db/coupon/list-campaigns'
import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** The campaigns that can be claimed now or soon, with what is left of each. */
export const listCampaigns = publicProcedure
  .input(listCampaignsInput)
  .output(z.object({ campaigns: z.array(campaignViewSchema) }))
  .query(async ({ ctx, input }) => ({ campaigns: await readCampaigns(ctx.api.db, input.locale) }))

import { listAllCampaignsInput } from '@makegood/core/coupon/inputs'
import { operatorCampaignPageSchema } from '@makegood/core/coupon/views'
import { listAllCampaigns } from '@makegood/db/coupon/list-campaigns'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of all campaigns with what was claimed and used of each, for operators. */
export const listCampaigns = operatorProcedure('coupon.read')
  .input(listAllCampaignsInput)
  .output(operatorCampaignPageSchema)
  .query(({ ctx, input }) => listAllCampaigns(ctx.api.db, input))

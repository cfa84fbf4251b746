import { router } from '../../../trpc.ts'
import { createCampaign } from './create-campaign.ts'
import { extendCampaign } from './extend-campaign.ts'
import { listCampaigns } from './list-campaigns.ts'
import { listOrders } from './list-orders.ts'
import { stopCampaign } from './stop-campaign.ts'

export const couponRouter = router({
  create: createCampaign,
  stop: stopCampaign,
  extend: extendCampaign,
  list: listCampaigns,
  listOrders,
})

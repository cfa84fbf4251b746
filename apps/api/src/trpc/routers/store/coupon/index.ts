import { router } from '../../../trpc.ts'
import { claimCoupon } from './claim-coupon.ts'
import { listCampaigns } from './list-campaigns.ts'
import { listOwnCoupons } from './list-own-coupons.ts'

export const couponRouter = router({ listCampaigns, claim: claimCoupon, listOwn: listOwnCoupons })

import { z } from 'zod'
import { orderStatuses } from '../order/order-states.ts'
import { couponTermsSchema } from './coupon-terms-schema.ts'

/** A campaign as shoppers see it, while it can be claimed or soon will be. */
export const campaignViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  terms: couponTermsSchema,
  quantity: z.int(),
  left: z.int(),
})

/**
 * `ready`: may be used. `in-use`: an order that is not paid yet has it. `used`: a paid order has it. The rest says why it
 * may not be used.
 */
export const couponStates = ['ready', 'in-use', 'used', 'not-yet', 'expired', 'stopped'] as const

export const ownCouponViewSchema = z.object({
  claimId: z.string(),
  campaignId: z.string(),
  name: z.string(),
  terms: couponTermsSchema,
  state: z.enum(couponStates),
  orderId: z.string().nullable(),
  claimedAt: z.iso.datetime(),
})
export type OwnCouponView = z.infer<typeof ownCouponViewSchema>

export const operatorCampaignViewSchema = z.object({
  id: z.string(),
  nameKo: z.string(),
  nameEn: z.string(),
  terms: couponTermsSchema,
  quantity: z.int(),
  claimed: z.int(),
  redeemed: z.int(),
  createdAt: z.iso.datetime(),
})
export const operatorCampaignPageSchema = z.object({
  campaigns: z.array(operatorCampaignViewSchema),
  nextCursor: z.string().nullable(),
})

/** The orders that hold a coupon of a campaign. */
export const couponOrdersSchema = z.object({
  orders: z.array(z.object({ id: z.string(), number: z.string(), status: z.enum(orderStatuses), used: z.boolean() })),
  nextCursor: z.string().nullable(),
})

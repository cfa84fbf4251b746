import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { locales } from '../locale.ts'

const amountMinor = z.string().regex(/^[1-9]\d{0,11}$/)
const name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^\P{Cc}*$/u)
const reason = z
  .string()
  .trim()
  .min(3)
  .max(300)
  .regex(/^\P{Cc}*$/u)
// Redis holds one field for each claim of a campaign, and a rebuild reads them all: a bound keeps both in hand.
const quantity = z.int().min(1).max(100_000)

const terms = {
  campaignId: idSchema('campaign'),
  nameKo: name,
  nameEn: name,
  minimumMinor: z.string().regex(/^\d{1,12}$/),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  quantity,
}

/** The id is the operator's client's: the same request again makes no second campaign. */
export const createCampaignInput = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...terms,
      kind: z.literal('PERCENT'),
      percent: z.int().min(1).max(100),
      /** The most that is taken off; null where there is no such limit. */
      amountMinor: amountMinor.nullable(),
    }),
    z.strictObject({ ...terms, kind: z.literal('FIXED'), percent: z.null().default(null), amountMinor }),
  ])
  .refine(campaign => campaign.validFrom < campaign.validTo, {
    path: ['validTo'],
    message: 'must be after the first moment',
  })
export type CreateCampaignInput = z.output<typeof createCampaignInput>

export const stopCampaignInput = z.strictObject({ campaignId: idSchema('campaign'), reason })

/** More coupons, more time, or both; never fewer or less, because people count on what they claimed. */
export const extendCampaignInput = z
  .strictObject({
    campaignId: idSchema('campaign'),
    quantity: quantity.optional(),
    validTo: z.iso.datetime().optional(),
    reason,
  })
  .refine(extension => extension.quantity !== undefined || extension.validTo !== undefined, {
    path: ['quantity'],
    message: 'says neither more coupons nor more time',
  })
export type ExtendCampaignInput = z.output<typeof extendCampaignInput>

export const listCampaignsInput = z.strictObject({ locale: z.enum(locales) })
export const claimCouponInput = z.strictObject({ campaignId: idSchema('campaign') })
export const listOwnCouponsInput = z.strictObject({ locale: z.enum(locales) })
/** `cursor` is the last campaign's id of the page before. */
export const listAllCampaignsInput = z.strictObject({ cursor: idSchema('campaign').optional() })
export const listCouponOrdersInput = z.strictObject({
  campaignId: idSchema('campaign'),
  cursor: z.string().max(100).optional(),
  /** The infinite query of the tRPC client says it with every page; the list is only read on, towards what is older. */
  direction: z.literal('forward').optional(),
})

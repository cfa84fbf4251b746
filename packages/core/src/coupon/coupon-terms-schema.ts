import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { couponKinds } from './coupon-terms.ts'

/** Terms as JSON carries them, so that a browser can judge a coupon by the shop's own rules. */
export const couponTermsSchema = z.object({
  kind: z.enum(couponKinds),
  percent: z.int().nullable(),
  amount: wireMoneySchema.nullable(),
  minimum: wireMoneySchema,
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  stopped: z.boolean(),
})

import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { paymentMethodSchema } from '../order/inputs.ts'

export const listWalletEntriesInput = z.strictObject({
  /** The page before says it; pages are by key, so a page costs the same however deep it is. */
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
})

/** The amount's bounds are the shop's policy. The id is the client's: the same request again starts no second top-up. */
export const topUpWalletInput = z.strictObject({
  topUpId: idSchema('topUp'),
  amountMinor: z.string().regex(/^\d{1,15}$/),
  paymentMethod: paymentMethodSchema,
})

export const getTopUpInput = z.strictObject({ topUpId: idSchema('topUp') })

import { z } from 'zod'
import { pictureViewSchema } from '../catalogue/views.ts'
import { wireMoneySchema } from '../money/wire-money.ts'

export const cartViewSchema = z.object({
  lines: z.array(
    z.object({
      variantId: z.string(),
      productSlug: z.string(),
      name: z.string(),
      option: z.string(),
      picture: pictureViewSchema.nullable(),
      unitPrice: wireMoneySchema,
      quantity: z.int(),
      lineTotal: wireMoneySchema,
      available: z.int(),
      /** When it was put in; lines stand in this order. */
      addedAt: z.iso.datetime(),
      /** False once the shop does not sell it any more; it will not come back by itself. */
      onSale: z.boolean(),
      /** What one cost when the shopper last put it in or took note of its price, where it costs something else now. */
      priceBefore: wireMoneySchema.nullable(),
    }),
  ),
  total: wireMoneySchema,
  /** Units in the cart, for the number beside the cart's link. */
  count: z.int(),
})
export type CartView = z.infer<typeof cartViewSchema>

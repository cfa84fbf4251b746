import { z } from 'zod'
import { pictureViewSchema } from '../catalogue/views.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'

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
      /** What can be bought of it now comes to. */
      lineTotal: wireMoneySchema,
      available: z.int(),
      /** When it was put in; lines stand in this order. */
      addedAt: z.iso.datetime(),
      /** False once the shop does not sell it any more; it will not come back by itself. */
      onSale: z.boolean(),
      /** Mended with gold: there is no second one like it, so it does not come back. */
      mended: z.boolean(),
      /** What one cost when the shopper last put it in or took note of its price, where it costs something else now. */
      priceBefore: wireMoneySchema.nullable(),
    }),
  ),
  /** What can be bought of it now comes to. */
  total: wireMoneySchema,
  /**
   * Units in the cart, for the number beside the cart's link: also those that cannot be bought now, since their lines are
   * there to be looked at. How many of them the total leaves out is said beside the total.
   */
  count: z.int(),
})
export type CartView = z.infer<typeof cartViewSchema>

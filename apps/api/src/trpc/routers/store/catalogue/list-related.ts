import { listRelatedInput } from '@makegood/core/catalogue/inputs'
import { topProductsSchema } from '@makegood/core/catalogue/views'
import { publicProcedure } from '../../../trpc.ts'

/** Twice as many are looked for as are shown: one may have left the shop since. */
const spare = 2

/** What was bought together with a product, then what is like it; prices and stock are those of this moment. */
export const listRelated = publicProcedure
  .input(listRelatedInput)
  .output(topProductsSchema)
  .query(async ({ ctx, input: { slug, limit, locale } }) => {
    const productIds = await ctx.api.listRelatedIds({ slug, limit: limit * spare })
    return { products: (await ctx.api.catalogue.listCards(productIds, locale)).slice(0, limit) }
  })

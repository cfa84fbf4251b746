import { listRelatedInput } from '@makegood/core/catalogue/inputs'
import { topProductsSchema } from '@makegood/core/catalogue/views'
import { listProductCards } from '@makegood/db/catalogue/list-product-cards'
import { publicProcedure } from '../../../trpc.ts'

/** What was bought together with a product, then what is like it; prices and stock are those of this moment. */
export const listRelated = publicProcedure
  .input(listRelatedInput)
  .output(topProductsSchema)
  .query(async ({ ctx, input: { slug, limit, locale } }) => {
    const productIds = await ctx.api.listRelatedIds({ slug, limit })
    return { products: await listProductCards(ctx.api.db, { productIds, locale }) }
  })

import { listTopInput } from '@makegood/core/catalogue/inputs'
import { topProductsSchema } from '@makegood/core/catalogue/views'
import { publicProcedure } from '../../../trpc.ts'

/** What sold best in the shop's last days; nothing where nothing was sold. */
export const listTop = publicProcedure
  .input(listTopInput)
  .output(topProductsSchema)
  .query(async ({ ctx, input }) => ({ products: [...(await ctx.api.catalogue.listTop(input))] }))

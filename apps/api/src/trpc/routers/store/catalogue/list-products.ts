import { listProductsInput } from '@makegood/core/catalogue/inputs'
import { productPageSchema } from '@makegood/core/catalogue/views'
import { publicProcedure } from '../../../trpc.ts'

export const listProducts = publicProcedure
  .input(listProductsInput)
  .output(productPageSchema)
  .query(({ ctx, input }) => ctx.api.catalogue.list(input))

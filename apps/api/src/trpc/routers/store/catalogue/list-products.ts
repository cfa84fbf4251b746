import { listProductsInput } from '@makegood/core/catalogue/inputs'
import { productPageSchema } from '@makegood/core/catalogue/views'
import { checkedOnce } from '../../../checked-once.ts'
import { publicProcedure } from '../../../trpc.ts'

export const listProducts = publicProcedure
  .input(listProductsInput)
  .output(checkedOnce(productPageSchema))
  .query(({ ctx, input }) => ctx.api.catalogue.list(input))

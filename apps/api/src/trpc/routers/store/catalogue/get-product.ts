import { getProductInput } from '@makegood/core/catalogue/inputs'
import { productDetailSchema } from '@makegood/core/catalogue/views'
import { DomainError } from '@makegood/core/errors'
import { checkedOnce } from '../../../checked-once.ts'
import { publicProcedure } from '../../../trpc.ts'

export const getProduct = publicProcedure
  .input(getProductInput)
  .output(checkedOnce(productDetailSchema))
  .query(async ({ ctx, input }) => {
    const product = await ctx.api.catalogue.get(input)
    if (!product) throw new DomainError('not-found', 'no such product is published')
    return product
  })

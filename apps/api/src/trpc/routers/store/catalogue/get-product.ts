import { getProductInput } from '@makegood/core/catalogue/inputs'
import { productDetailSchema } from '@makegood/core/catalogue/views'
import { DomainError } from '@makegood/core/errors'
import { getProduct as readProduct } from '@makegood/db/catalogue/get-product'
import { publicProcedure } from '../../../trpc.ts'

export const getProduct = publicProcedure
  .input(getProductInput)
  .output(productDetailSchema)
  .query(async ({ ctx, input }) => {
    const product = await readProduct(ctx.api.db, input)
    if (!product) throw new DomainError('not-found', 'no such product is published')
    return product
  })

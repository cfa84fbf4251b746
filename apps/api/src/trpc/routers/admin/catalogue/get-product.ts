import { productInput } from '@makegood/core/catalogue/operator-inputs'
import { operatorProductSchema } from '@makegood/core/catalogue/operator-views'
import { getOperatorProduct } from '@makegood/db/catalogue/get-operator-product'
import { operatorProcedure } from '../../../trpc.ts'

/** A product as an operator may change it. */
export const getProduct = operatorProcedure('catalogue.read')
  .input(productInput)
  .output(operatorProductSchema)
  .query(({ ctx, input }) => getOperatorProduct(ctx.api.db, input.productId))

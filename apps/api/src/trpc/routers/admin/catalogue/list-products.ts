import { listAllProductsInput } from '@makegood/core/catalogue/operator-inputs'
import { operatorProductPageSchema } from '@makegood/core/catalogue/operator-views'
import { listAllProducts } from '@makegood/db/catalogue/list-all-products'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of all products, drafts and archived ones too. */
export const listProducts = operatorProcedure('catalogue.read')
  .input(listAllProductsInput)
  .output(operatorProductPageSchema)
  .query(({ ctx, input }) => listAllProducts(ctx.api.db, input))

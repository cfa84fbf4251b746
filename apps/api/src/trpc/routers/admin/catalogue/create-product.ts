import { createProductInput } from '@makegood/core/catalogue/operator-inputs'
import { savedProductSchema } from '@makegood/core/catalogue/operator-views'
import { createProduct as create } from '@makegood/db/catalogue/create-product'
import { operatorProcedure } from '../../../trpc.ts'

/** Makes a product as a draft, once for one client-made id. */
export const createProduct = operatorProcedure('catalogue.write')
  .input(createProductInput)
  .output(savedProductSchema)
  .mutation(({ ctx, input }) => create(ctx.api.db, input, ctx.user.id))

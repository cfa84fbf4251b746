import { saveProductInput } from '@makegood/core/catalogue/operator-inputs'
import { savedProductSchema } from '@makegood/core/catalogue/operator-views'
import { saveProduct as save } from '@makegood/db/catalogue/save-product'
import { operatorProcedure } from '../../../trpc.ts'

/** Saves a product with its variants, where nobody has changed it since the operator saw it. */
export const saveProduct = operatorProcedure('catalogue.write')
  .input(saveProductInput)
  .output(savedProductSchema)
  .mutation(({ ctx, input }) => save(ctx.api.db, input, ctx.user.id))

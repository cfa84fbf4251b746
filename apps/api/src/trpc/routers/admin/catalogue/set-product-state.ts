import { setProductStateInput } from '@makegood/core/catalogue/operator-inputs'
import { savedProductSchema } from '@makegood/core/catalogue/operator-views'
import { setProductState as setState } from '@makegood/db/catalogue/set-product-state'
import { operatorProcedure } from '../../../trpc.ts'

/** Puts a product on sale, among the drafts, or away. */
export const setProductState = operatorProcedure('catalogue.write')
  .input(setProductStateInput)
  .output(savedProductSchema)
  .mutation(({ ctx, input }) => setState(ctx.api.db, input, ctx.user.id))

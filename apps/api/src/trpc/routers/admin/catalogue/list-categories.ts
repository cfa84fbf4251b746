import { noFieldsInput } from '@makegood/core/catalogue/operator-inputs'
import { operatorCategoriesSchema } from '@makegood/core/catalogue/operator-views'
import { listAllCategories } from '@makegood/db/catalogue/list-all-categories'
import { operatorProcedure } from '../../../trpc.ts'

/** Every category in its order, with how many products it has. */
export const listCategories = operatorProcedure('catalogue.read')
  .input(noFieldsInput)
  .output(operatorCategoriesSchema)
  .query(async ({ ctx }) => ({ categories: await listAllCategories(ctx.api.db) }))

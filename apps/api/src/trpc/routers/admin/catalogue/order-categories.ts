import { orderCategoriesInput } from '@makegood/core/catalogue/category-inputs'
import { orderCategories as order } from '@makegood/db/catalogue/write-category'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Puts all categories in an order. */
export const orderCategories = operatorProcedure('catalogue.write')
  .input(orderCategoriesInput)
  .output(z.object({ slugs: z.array(z.string()) }))
  .mutation(async ({ ctx, input: { slugs } }) => {
    await order(ctx.api.db, slugs, ctx.user.id)
    return { slugs }
  })

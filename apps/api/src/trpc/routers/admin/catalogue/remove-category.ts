import { categoryInput } from '@makegood/core/catalogue/category-inputs'
import { removeCategory as remove } from '@makegood/db/catalogue/write-category'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Removes a category that has no products. */
export const removeCategory = operatorProcedure('catalogue.write')
  .input(categoryInput)
  .output(z.object({ slug: z.string() }))
  .mutation(({ ctx, input }) => remove(ctx.api.db, input.slug, ctx.user.id))

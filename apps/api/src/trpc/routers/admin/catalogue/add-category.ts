import { saveCategoryInput } from '@makegood/core/catalogue/category-inputs'
import { addCategory as add } from '@makegood/db/catalogue/write-category'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Adds a category at the end. */
export const addCategory = operatorProcedure('catalogue.write')
  .input(saveCategoryInput)
  .output(z.object({ slug: z.string() }))
  .mutation(({ ctx, input }) => add(ctx.api.db, input, ctx.user.id))

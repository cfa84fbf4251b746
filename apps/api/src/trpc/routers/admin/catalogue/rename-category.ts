import { saveCategoryInput } from '@makegood/core/catalogue/category-inputs'
import { renameCategory as rename } from '@makegood/db/catalogue/write-category'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Gives a category other names. */
export const renameCategory = operatorProcedure('catalogue.write')
  .input(saveCategoryInput)
  .output(z.object({ slug: z.string() }))
  .mutation(({ ctx, input }) => rename(ctx.api.db, input, ctx.user.id))

import { listCategoriesInput } from '@makegood/core/catalogue/inputs'
import { categoryTileSchema } from '@makegood/core/catalogue/views'
import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** Every category with a picture and how much of it is for sale. */
export const listCategories = publicProcedure
  .input(listCategoriesInput)
  .output(z.object({ categories: z.array(categoryTileSchema) }))
  .query(async ({ ctx, input }) => ({ categories: [...(await ctx.api.catalogue.listCategoryTiles(input.locale))] }))

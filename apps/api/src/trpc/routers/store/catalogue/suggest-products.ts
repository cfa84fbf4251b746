import { searchInput } from '@makegood/core/catalogue/inputs'
import { suggestionsSchema } from '@makegood/core/catalogue/views'
import { publicProcedure } from '../../../trpc.ts'

/** What may be meant by a query while it is typed. */
export const suggestProducts = publicProcedure
  .input(searchInput)
  .output(suggestionsSchema)
  .query(({ ctx, input }) => ctx.api.catalogue.suggest(input))

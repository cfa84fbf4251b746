import { searchInput } from '@makegood/core/catalogue/inputs'
import { nearbySchema } from '@makegood/core/catalogue/views'
import { publicProcedure } from '../../../trpc.ts'

/** What to offer where a search finds nothing. */
export const findNearby = publicProcedure
  .input(searchInput)
  .output(nearbySchema)
  .query(({ ctx, input }) => ctx.api.catalogue.findNearby(input))

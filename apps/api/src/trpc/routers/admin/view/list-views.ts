import { savedViewSchema, viewsInput } from '@makegood/core/console/saved-views'
import { listViews as read } from '@makegood/db/console-view/list-views'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** The views of a list that are one's own or shared. */
export const listViews = operatorProcedure('view.use')
  .input(viewsInput)
  .output(z.object({ views: z.array(savedViewSchema) }))
  .query(async ({ ctx, input }) => ({ views: await read(ctx.api.db, input.place, ctx.user.id) }))

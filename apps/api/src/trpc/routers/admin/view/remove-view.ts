import { removeViewInput } from '@makegood/core/console/saved-views'
import { removeView as remove } from '@makegood/db/console-view/remove-view'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Forgets one's own view of a list. */
export const removeView = operatorProcedure('view.use')
  .input(removeViewInput)
  .output(z.object({ removed: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await remove(ctx.api.db, ctx.user.id, input.viewId)
    return { removed: true }
  })

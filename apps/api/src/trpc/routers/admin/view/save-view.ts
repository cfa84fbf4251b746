import { saveViewInput } from '@makegood/core/console/saved-views'
import { DomainError } from '@makegood/core/errors'
import { isPermitted } from '@makegood/core/user/permissions'
import { saveView as save } from '@makegood/db/console-view/save-view'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Keeps a way of looking at a list, for oneself or, where the role may, for all. */
export const saveView = operatorProcedure('view.use')
  .input(saveViewInput)
  .output(z.object({ viewId: z.string() }))
  .mutation(({ ctx, input }) => {
    if (input.shared && !isPermitted(ctx.user.role, 'view.share'))
      throw new DomainError('forbidden', 'not permitted: view.share')
    return save(ctx.api.db, ctx.user.id, input)
  })

import { endOwnSessionsInput } from '@makegood/core/team/inputs'
import { endOperatorSessions } from '@makegood/db/team/operator-sessions'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Ends one of the caller’s own other sessions, or all of them. */
export const endSessions = operatorProcedure('self.manage')
  .input(endOwnSessionsInput)
  .output(z.object({ ended: z.int() }))
  .mutation(({ ctx, input }) =>
    endOperatorSessions(ctx.api.db, {
      ...input,
      userId: ctx.user.id,
      thisSessionId: ctx.user.sessionId,
      operatorId: ctx.user.id,
    }),
  )

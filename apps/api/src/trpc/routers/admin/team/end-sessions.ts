import { endOperatorSessionsInput } from '@makegood/core/team/inputs'
import { endOperatorSessions } from '@makegood/db/team/operator-sessions'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Ends one session of an operator or all of them, from their next call on. */
export const endSessions = operatorProcedure('team.manage')
  .input(endOperatorSessionsInput)
  .output(z.object({ ended: z.int() }))
  .mutation(({ ctx, input }) =>
    endOperatorSessions(ctx.api.db, { ...input, thisSessionId: ctx.user.sessionId, operatorId: ctx.user.id }),
  )

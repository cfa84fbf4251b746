import { operatorSessionsInput } from '@makegood/core/team/inputs'
import { operatorSessionsSchema } from '@makegood/core/team/views'
import { listOperatorSessions } from '@makegood/db/team/operator-sessions'
import { operatorProcedure } from '../../../trpc.ts'

/** Where an operator is signed in. */
export const listSessions = operatorProcedure('team.manage')
  .input(operatorSessionsInput)
  .output(operatorSessionsSchema)
  .query(async ({ ctx, input }) => ({
    sessions: await listOperatorSessions(ctx.api.db, { ...input, thisSessionId: ctx.user.sessionId }),
  }))

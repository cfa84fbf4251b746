import { operatorSessionsSchema } from '@makegood/core/team/views'
import { listOperatorSessions } from '@makegood/db/team/operator-sessions'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Where the caller is signed in. */
export const listSessions = operatorProcedure('self.manage')
  .input(z.undefined())
  .output(operatorSessionsSchema)
  .query(async ({ ctx }) => ({
    sessions: await listOperatorSessions(ctx.api.db, { userId: ctx.user.id, thisSessionId: ctx.user.sessionId }),
  }))

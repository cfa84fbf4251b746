import { sessionViewSchema } from '@makegood/core/user/views'
import { listSessions as readSessions } from '@makegood/db/user/list-sessions'
import { z } from 'zod'
import { signedInProcedure } from '../../../trpc.ts'

/** Where the caller is signed in. */
export const listSessions = signedInProcedure
  .input(z.undefined())
  .output(z.object({ sessions: z.array(sessionViewSchema) }))
  .query(async ({ ctx }) => ({
    sessions: await readSessions(ctx.api.db, { userId: ctx.user.id, sessionId: ctx.user.sessionId }),
  }))

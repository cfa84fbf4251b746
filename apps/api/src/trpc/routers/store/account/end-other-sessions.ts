import { endOtherSessions as endOthers } from '@makegood/db/user/end-sessions'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Ends every session of the caller but the one that calls. */
export const endOtherSessions = signedInRushProcedure
  .input(z.strictObject({}))
  .output(z.object({ ended: z.int() }))
  .mutation(({ ctx }) => endOthers(ctx.api.db, { userId: ctx.user.id, sessionId: ctx.user.sessionId }))

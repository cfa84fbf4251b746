import { endSessionInput } from '@makegood/core/user/inputs'
import { endSession as end } from '@makegood/db/user/end-sessions'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Ends one session of the caller. */
export const endSession = signedInRushProcedure
  .input(endSessionInput)
  .output(z.object({ ended: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await end(ctx.api.db, { ...input, userId: ctx.user.id })
    return { ended: true }
  })

import { limitedActSchema } from '@makegood/core/approval/views'
import { acceptReturnInput } from '@makegood/core/return/inputs'
import { inTransaction } from '@makegood/db/client'
import { acceptOrAsk } from '@makegood/db/return/accept-or-ask'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/**
 * Accepts a return, or asks for a second pair of eyes where its goods do not come back and it is above the role's limit; what that
 * does is told by `return.get` beforehand.
 */
export const acceptReturn = operatorProcedure('return.decide')
  .input(acceptReturnInput)
  .output(limitedActSchema.extend({ orderId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { db, policy, outbox } = ctx.api
    const answer = await inTransaction(db, tx => acceptOrAsk(tx, policy, { ...input, operator: ctx.user }))
    outbox.nudge()
    return answer
  })

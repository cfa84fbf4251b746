import { limitedActSchema } from '@makegood/core/approval/views'
import { receiveReturnInput } from '@makegood/core/return/inputs'
import { inTransaction } from '@makegood/db/client'
import { receiveOrAsk } from '@makegood/db/return/receive-or-ask'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/**
 * Records what came back and in which state, every unit of it; with it the money goes back. Where no carrier has picked it up it
 * asks for a second pair of eyes above the role's limit.
 */
export const receiveReturn = operatorProcedure('return.receive')
  .input(receiveReturnInput)
  .output(limitedActSchema.extend({ orderId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { db, policy, outbox } = ctx.api
    const answer = await inTransaction(db, tx => receiveOrAsk(tx, policy, { ...input, operator: ctx.user }))
    outbox.nudge()
    return answer
  })

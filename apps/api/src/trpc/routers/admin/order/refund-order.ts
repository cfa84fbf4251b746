import { limitedActSchema } from '@makegood/core/approval/views'
import { refundOrderInput } from '@makegood/core/order/order-act-inputs'
import { inTransaction } from '@makegood/db/client'
import { refundOrAsk } from '@makegood/db/refund/refund-or-ask'
import { operatorProcedure } from '../../../trpc.ts'

/**
 * Gives back a part of what was paid, or asks for a second pair of eyes above the role's limit; `order.story` tells beforehand
 * how much there is.
 */
export const refundOrder = operatorProcedure('order.refund')
  .input(refundOrderInput)
  .output(limitedActSchema)
  .mutation(async ({ ctx, input }) => {
    const { db, policy, outbox } = ctx.api
    const answer = await inTransaction(db, tx => refundOrAsk(tx, policy, { ...input, operator: ctx.user }))
    outbox.nudge()
    return answer
  })

import { cancelAsOperatorInput } from '@makegood/core/order/operator-inputs'
import { cancelAsOperator } from '@makegood/db/cancellation/cancel-as-operator'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Asks for an order to be cancelled, in preparation too, with a reason; what that does is told by `order.get` beforehand. */
export const cancelOrder = operatorProcedure('order.cancel')
  .input(cancelAsOperatorInput)
  .output(z.object({ cancellationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await cancelAsOperator(ctx.api.db, { ...input, operatorId: ctx.user.id })
    ctx.api.outbox.nudge()
    return { cancellationId: input.cancellationId }
  })

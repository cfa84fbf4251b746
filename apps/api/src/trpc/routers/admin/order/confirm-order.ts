import { seenOrderInput } from '@makegood/core/order/operator-inputs'
import { confirmAsOperator } from '@makegood/db/order/confirm-as-operator'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Confirms a paid order that policy holds for an operator; what that does is told by `order.get` beforehand. */
export const confirmOrder = operatorProcedure('order.confirm')
  .input(seenOrderInput)
  .output(z.object({ confirmed: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const { db, policy, outbox } = ctx.api
    const { shippingStartSeconds } = policy
    await confirmAsOperator(db, { ...input, operatorId: ctx.user.id, shippingStartSeconds })
    outbox.nudge()
    return { confirmed: true }
  })

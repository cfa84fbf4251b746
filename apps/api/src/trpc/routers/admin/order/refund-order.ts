import { refundOrderInput } from '@makegood/core/order/order-act-inputs'
import { requestRefund } from '@makegood/db/refund/request-refund'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Gives back a part of what was paid; `order.story` tells beforehand how much there is. */
export const refundOrder = operatorProcedure('order.refund')
  .input(refundOrderInput)
  .output(z.object({ refundRequestId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await requestRefund(ctx.api.db, { ...input, operatorId: ctx.user.id })
    ctx.api.outbox.nudge()
    return { refundRequestId: input.refundRequestId }
  })

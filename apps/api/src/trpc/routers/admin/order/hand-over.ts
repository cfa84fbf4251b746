import { handOverInput } from '@makegood/core/order/order-act-inputs'
import { handOverAsOperator } from '@makegood/db/shipment/hand-over-as-operator'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Says that the carrier has taken an order's parcel, where the carrier itself does not. */
export const handOver = operatorProcedure('order.hand-over')
  .input(handOverInput)
  .output(z.object({ handedOver: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await handOverAsOperator(ctx.api.db, { ...input, operatorId: ctx.user.id })
    ctx.api.outbox.nudge()
    return { handedOver: true }
  })

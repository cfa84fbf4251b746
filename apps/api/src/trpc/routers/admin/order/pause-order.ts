import { pauseOrderInput } from '@makegood/core/order/order-act-inputs'
import { pauseOrder as pause } from '@makegood/db/order/pause-order'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Pauses an order: no further step of its sagas begins, and its time limits stand still, until it is resumed. */
export const pauseOrder = operatorProcedure('order.pause')
  .input(pauseOrderInput)
  .output(z.object({ paused: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    await pause(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { paused: true }
  })

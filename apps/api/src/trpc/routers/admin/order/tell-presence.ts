import { presenceInput } from '@makegood/core/order/order-act-inputs'
import { tellPresence as tell } from '@makegood/db/redis/presence'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Says that this operator looks at an order, and answers who else does; where Redis is away, nobody is named. */
export const tellPresence = operatorProcedure('order.read')
  .input(presenceInput)
  .output(z.object({ others: z.array(z.object({ id: z.string(), name: z.string() })) }))
  .mutation(async ({ ctx, input }) => {
    const { redis, logger } = ctx.api
    try {
      return { others: [...(await tell(redis, input.orderId, { id: ctx.user.id, name: ctx.user.name }))] }
    } catch (error) {
      logger.warn({ err: error }, 'who else looks at an order could not be told')
      return { others: [] }
    }
  })

import { orderInput } from '@makegood/core/order/inputs'
import { orderStorySchema } from '@makegood/core/order/order-story'
import { getOrderStory } from '@makegood/db/order/get-order-story'
import { operatorProcedure } from '../../../trpc.ts'

/** Notes, messages and acts of operators about an order, and what may still be done with its money, parcel and address. */
export const getStory = operatorProcedure('order.read')
  .input(orderInput)
  .output(orderStorySchema)
  .query(({ ctx, input }) => {
    const { db, policy } = ctx.api
    return getOrderStory(db, input.orderId, { ...ctx.user, aloneUpTo: policy.aloneUpTo })
  })

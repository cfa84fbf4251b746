import { matchedOrdersSchema, orderFiltersSchema } from '@makegood/core/order/order-filters'
import { matchOrders as findMatching } from '@makegood/db/order/match-orders'
import { operatorProcedure } from '../../../trpc.ts'

/** All orders that filters ask for, to be acted on together; none where they are too many for that. */
export const matchOrders = operatorProcedure('order.read')
  .input(orderFiltersSchema)
  .output(matchedOrdersSchema)
  .query(async ({ ctx, input }) => ({ orders: await findMatching(ctx.api.db, input) }))

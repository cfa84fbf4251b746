import { listOrdersInput, orderPageSchema } from '@makegood/core/order/order-filters'
import { listOrders as readPage } from '@makegood/db/order/list-orders'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of all orders, for operators. */
export const listOrders = operatorProcedure('order.read')
  .input(listOrdersInput)
  .output(orderPageSchema)
  .query(({ ctx, input }) => readPage(ctx.api.db, input))

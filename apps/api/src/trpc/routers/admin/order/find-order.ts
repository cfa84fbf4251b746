import { listOrdersInput, orderRowSchema } from '@makegood/core/order/order-filters'
import { line } from '@makegood/core/text'
import { listOrders } from '@makegood/db/order/list-orders'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

const foundMax = 8

/** The first few orders that a text may mean, for opening one of them. */
export const findOrder = operatorProcedure('order.read')
  .input(z.strictObject({ q: line(100).min(1) }))
  .output(z.object({ orders: z.array(orderRowSchema) }))
  .query(async ({ ctx, input }) => {
    const { orders } = await listOrders(ctx.api.db, listOrdersInput.parse(input), foundMax)
    return { orders }
  })

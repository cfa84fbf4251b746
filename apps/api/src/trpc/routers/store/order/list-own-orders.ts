import { listOwnOrdersInput } from '@makegood/core/order/inputs'
import { orderSummarySchema } from '@makegood/core/order/views'
import { listOwnOrders as readOrders } from '@makegood/db/order/list-own-orders'
import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** A page of the caller's own orders, the newest first; none for a guest who has no cookie yet. */
export const listOwnOrders = publicProcedure
  .input(listOwnOrdersInput)
  .output(z.object({ orders: z.array(orderSummarySchema), nextCursor: z.string().nullable() }))
  .query(async ({ ctx, input }) => {
    const owner = await ctx.readOwner()
    return owner ? await readOrders(ctx.api.db, { ...input, owner }) : { orders: [], nextCursor: null }
  })

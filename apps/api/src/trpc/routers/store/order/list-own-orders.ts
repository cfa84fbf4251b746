import { locales } from '@makegood/core/locale'
import { orderSummarySchema } from '@makegood/core/order/views'
import { listOwnOrders as readOrders } from '@makegood/db/order/list-own-orders'
import { z } from 'zod'
import { publicProcedure } from '../../../trpc.ts'

/** The caller's own newest orders; none for a guest who has no cookie yet. */
export const listOwnOrders = publicProcedure
  .input(z.strictObject({ locale: z.enum(locales) }))
  .output(z.object({ orders: z.array(orderSummarySchema) }))
  .query(async ({ ctx, input }) => {
    const owner = await ctx.readOwner()
    return { orders: owner ? await readOrders(ctx.api.db, { owner, locale: input.locale }) : [] }
  })

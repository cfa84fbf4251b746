import { orderInput } from '@makegood/core/order/inputs'
import { confirmPurchase as confirm } from '@makegood/db/order/confirm-purchase'
import { z } from 'zod'
import { checkoutProcedure } from '../../../trpc.ts'

/** The caller accepts what was delivered of their own order, instead of waiting until it counts as accepted. */
export const confirmPurchase = checkoutProcedure
  .input(orderInput)
  .output(z.object({ confirmed: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const { owner } = await ctx.requireOrderAccess(input.orderId)
    await confirm(ctx.api.db, { ...input, owner })
    ctx.api.outbox.nudge()
    return { confirmed: true }
  })

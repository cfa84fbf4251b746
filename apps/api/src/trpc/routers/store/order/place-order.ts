import { DomainError } from '@makegood/core/errors'
import { placeOrderInput } from '@makegood/core/order/inputs'
import { placeOrder as place } from '@makegood/db/order/place-order'
import { z } from 'zod'
import { checkoutProcedure } from '../../../trpc.ts'

/** Places the caller's own cart as one order for one client-made id, at the shop's prices. */
export const placeOrder = checkoutProcedure
  .input(placeOrderInput)
  .output(z.object({ orderId: z.string(), number: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const owner = await ctx.readOwner()
    if (!owner) throw new DomainError('cart-empty', 'a guest without a cart cannot order')
    const placed = await place(ctx.api.db, {
      ...input,
      owner,
      deliveryTerms: ctx.api.policy.delivery,
      correlationId: ctx.requestId,
    })
    ctx.api.outbox.nudge()
    return placed
  })

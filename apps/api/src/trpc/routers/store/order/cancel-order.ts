import { cancelOrderInput } from '@makegood/core/order/inputs'
import { requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { z } from 'zod'
import { checkoutProcedure } from '../../../trpc.ts'

/**
 * Asks for the caller's own order to be cancelled, once for one client-made id. What has been dispatched is refused as
 * `order-dispatched`, so that a return can be offered instead; what would cost more than the caller was shown as
 * `fee-changed`, with the fee.
 */
export const cancelOrder = checkoutProcedure
  .input(cancelOrderInput)
  .output(z.object({ cancellationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { owner } = await ctx.requireOrderAccess(input.orderId)
    const mover = owner.userId ? { moverId: owner.userId } : {}
    const { db, policy, outbox } = ctx.api
    const expectedFeeMinor = BigInt(input.expectedFeeMinor)
    await inTransaction(db, tx =>
      requestCancellation(tx, { ...input, ...mover, expectedFeeMinor, owner, by: 'shopper', policy }),
    )
    outbox.nudge()
    return { cancellationId: input.cancellationId }
  })

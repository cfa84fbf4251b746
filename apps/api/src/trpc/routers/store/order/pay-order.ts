import { payOrderInput } from '@makegood/core/order/inputs'
import { openPayment } from '@makegood/db/payment/open-payment'
import { z } from 'zod'
import { checkoutProcedure } from '../../../trpc.ts'

/** Opens one payment of the caller's own order: the amount is the order's, by wallet, card or both; the card is only a gateway's token. */
export const payOrder = checkoutProcedure
  .input(payOrderInput)
  .output(z.object({ paymentId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { owner } = await ctx.requireOrderAccess(input.orderId)
    const opened = await openPayment(ctx.api.db, {
      ...input,
      walletMinor: BigInt(input.walletMinor),
      owner,
      paymentSeconds: ctx.api.policy.paymentSeconds,
    })
    ctx.api.outbox.nudge()
    return opened
  })

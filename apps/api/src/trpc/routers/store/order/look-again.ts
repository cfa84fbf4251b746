import { lookAgainInput } from '@makegood/core/order/inputs'
import { lookAgain as wake } from '@makegood/db/payment/look-again'
import { z } from 'zod'
import { checkoutProcedure } from '../../../trpc.ts'

/** The caller is back from the bank's page: their own open payment is looked at anew, and only the gateway is believed. */
export const lookAgain = checkoutProcedure
  .input(lookAgainInput)
  .output(z.object({ told: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const { owner } = await ctx.requireOrderAccess(input.orderId)
    const answer = await wake(ctx.api.db, { ...input, owner })
    if (answer.told) ctx.api.outbox.nudge()
    return answer
  })

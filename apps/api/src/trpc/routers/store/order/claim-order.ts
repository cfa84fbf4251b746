import { orderInput } from '@makegood/core/order/inputs'
import { claimOrder as claim } from '@makegood/db/order/claim-order'
import { z } from 'zod'
import { signedInRushProcedure } from '../../../trpc.ts'

/** Puts a guest's order into the caller's account, where the caller's cookie or link shows that it is theirs. */
export const claimOrder = signedInRushProcedure
  .input(orderInput)
  .output(z.object({ claimed: z.literal(true) }))
  .mutation(async ({ ctx, input }) => {
    const { id, email } = ctx.user
    const access = await ctx.requireOrderAccess(input.orderId)
    await claim(ctx.api.db, { ...input, user: { id, email }, access })
    return { claimed: true }
  })

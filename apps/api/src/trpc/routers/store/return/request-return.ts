import { requestReturnInput } from '@makegood/core/return/inputs'
import { inTransaction } from '@makegood/db/client'
import { requestReturn as ask } from '@makegood/db/return/request-return'
import { z } from 'zod'
import { checkoutProcedure } from '../../../trpc.ts'

/** Asks for goods of the caller's own order to be taken back, once for one client-made id; an operator decides. */
export const requestReturn = checkoutProcedure
  .input(requestReturnInput)
  .output(z.object({ returnId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { owner } = await ctx.requireOrderAccess(input.orderId)
    await inTransaction(ctx.api.db, tx => ask(tx, { ...input, owner, by: 'shopper' }))
    ctx.api.outbox.nudge()
    return { returnId: input.returnId }
  })

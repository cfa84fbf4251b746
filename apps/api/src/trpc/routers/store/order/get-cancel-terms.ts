import { cancelTermsSchema } from '@makegood/core/cancellation/views'
import { orderInput } from '@makegood/core/order/inputs'
import { getCancelTerms as readTerms } from '@makegood/db/cancellation/get-cancel-terms'
import { publicProcedure } from '../../../trpc.ts'

/** What it would come to if the caller cancelled their own order now: the fee, and what goes back where. */
export const getCancelTerms = publicProcedure
  .input(orderInput)
  .output(cancelTermsSchema)
  .query(async ({ ctx, input }) => {
    const { owner } = await ctx.requireOrderAccess(input.orderId)
    return await readTerms(ctx.api.db, { ...input, owner, by: 'shopper', policy: ctx.api.policy })
  })

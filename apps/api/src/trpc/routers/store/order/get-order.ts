import { DomainError } from '@makegood/core/errors'
import { getOrderInput } from '@makegood/core/order/inputs'
import { orderViewSchema } from '@makegood/core/order/views'
import { getOrderView } from '@makegood/db/order/get-order-view'
import { publicProcedure } from '../../../trpc.ts'

/** The caller's own order; anyone else's is answered as one that does not exist. */
export const getOrder = publicProcedure
  .input(getOrderInput)
  .output(orderViewSchema)
  .query(async ({ ctx, input }) => {
    const view = await getOrderView(ctx.api.db, { ...input, owner: await ctx.requireOwner() })
    if (!view) throw new DomainError('not-found', 'no such order of this caller')
    return view
  })

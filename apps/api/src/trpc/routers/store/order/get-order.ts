import { DomainError } from '@makegood/core/errors'
import { hideContact } from '@makegood/core/order/hide-contact'
import { getOrderInput } from '@makegood/core/order/inputs'
import { orderViewSchema } from '@makegood/core/order/views'
import { getOrderView } from '@makegood/db/order/get-order-view'
import { publicProcedure } from '../../../trpc.ts'

/** The caller's own order, or with hidden contact one that they have the link of; any other is answered as one that does not exist. */
export const getOrder = publicProcedure
  .input(getOrderInput)
  .output(orderViewSchema)
  .query(async ({ ctx, input }) => {
    const { owner, byLink } = await ctx.requireOrderAccess(input.orderId)
    const view = await getOrderView(ctx.api.db, { ...input, owner })
    if (!view) throw new DomainError('not-found', 'no such order of this caller')
    return byLink ? hideContact(view) : view
  })

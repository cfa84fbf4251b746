import { DomainError } from '@makegood/core/errors'
import { openByLinkInput } from '@makegood/core/order/inputs'
import { orderViewSchema } from '@makegood/core/order/views'
import { getOrderByLink } from '@makegood/db/order/get-order-by-link'
import { publicProcedure } from '../../../trpc.ts'

/** Shows a guest's order to whoever has the link of one of its messages. Only to look: nothing can be done with a link. */
export const openByLink = publicProcedure
  .input(openByLinkInput)
  .output(orderViewSchema)
  .query(async ({ ctx, input }) => {
    const view = await getOrderByLink(ctx.api.db, { ...input, now: new Date() })
    if (!view) throw new DomainError('not-found', 'no such order for this link')
    return view
  })

import { DomainError } from '@makegood/core/errors'
import { hideContact } from '@makegood/core/order/hide-contact'
import { followOrderInput } from '@makegood/core/order/inputs'
import { isOver } from '@makegood/core/order/is-over'
import { orderViewSchema } from '@makegood/core/order/views'
import { getOrderView } from '@makegood/db/order/get-order-view'
import { TRPCError, tracked } from '@trpc/server'
import { toTrpcError } from '../../../error-map.ts'
import { trackedOutput } from '../../../tracked-output.ts'
import { publicProcedure } from '../../../trpc.ts'

const lookAgainMs = 5000

/**
 * The caller's own order, or one that they have the link of, as it changes: the present view at once (unless the caller has
 * it), then one at each change, until nothing more will change. Changes are heard of through Redis; a look every five seconds
 * makes good a message that was lost. A caller who leaves ends it without an error, for nobody is there to take one.
 */
export const followOrder = publicProcedure
  .input(followOrderInput)
  .output(trackedOutput(orderViewSchema))
  .subscription(async function* ({ ctx, input: { lastEventId, ...wanted }, signal }) {
    const { api } = ctx
    const ended = AbortSignal.any([api.stopping, ...(signal ? [signal] : [])])
    try {
      const { owner, byLink } = await ctx.requireOrderAccess(wanted.orderId)
      const listener = api.orderChanges.listen(wanted.orderId, owner.userId ?? owner.visitorHash ?? '')
      try {
        let seen = lastEventId
        for (;;) {
          const view = await getOrderView(api.db, { ...wanted, owner })
          if (!view) throw new DomainError('not-found', 'no such order of this caller')
          if (view.revision !== seen) yield tracked(view.revision, byLink ? hideContact(view) : view)
          seen = view.revision
          if (isOver(view)) return
          await listener.next(lookAgainMs, ended)
          if (signal?.aborted) return
          // Without an end of its own: the browser comes back, and finds another server or this one again.
          api.stopping.throwIfAborted()
        }
      } finally {
        listener.close()
      }
    } catch (error) {
      if (signal?.aborted) return
      if (error instanceof DomainError)
        throw toTrpcError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: error.code, cause: error }))
      throw error
    }
  })

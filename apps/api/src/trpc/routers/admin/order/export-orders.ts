import { listOrdersInput, orderPageSchema } from '@makegood/core/order/order-filters'
import { writeAudit } from '@makegood/db/audit/write-audit'
import { listOrders } from '@makegood/db/order/list-orders'
import { operatorProcedure } from '../../../trpc.ts'

const rowsAtOnce = 500

/** A part of an export: the caller asks for the next until it has enough or is told to stop. Its beginning is written down. */
export const exportOrders = operatorProcedure('order.export')
  .input(listOrdersInput)
  .output(orderPageSchema)
  .mutation(async ({ ctx, input }) => {
    if (!input.cursor)
      await writeAudit(ctx.api.db, {
        actorKind: 'operator',
        actorId: ctx.user.id,
        action: 'order.export',
        orderId: null,
        subject: 'orders',
        details: input,
      })
    return await listOrders(ctx.api.db, input, rowsAtOnce)
  })

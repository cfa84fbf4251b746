import { countNewerInput } from '@makegood/core/order/order-filters'
import { countNewerOrders } from '@makegood/db/order/list-orders'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** How many orders that the list would show came after its newest row, up to a hundred; the rows themselves stay where they are. */
export const countNewer = operatorProcedure('order.read')
  .input(countNewerInput)
  .output(z.object({ newer: z.int() }))
  .query(async ({ ctx, input: { since, ...filters } }) => ({
    newer: await countNewerOrders(ctx.api.db, filters, since),
  }))

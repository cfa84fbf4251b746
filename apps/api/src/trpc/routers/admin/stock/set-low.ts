import { setLowStockInput } from '@makegood/core/stock/inputs'
import { setLowStock } from '@makegood/db/stock/set-low-stock'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Says from how few on a variant is on the low-stock list. */
export const setLow = operatorProcedure('stock.write')
  .input(setLowStockInput)
  .output(z.object({ variantId: z.string() }))
  .mutation(({ ctx, input }) => setLowStock(ctx.api.db, input, ctx.user.id))

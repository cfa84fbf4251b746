import { correctStockInput } from '@makegood/core/stock/inputs'
import { correctStock as correct } from '@makegood/db/stock/correct-stock'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Changes how many there are by an amount, with its reason, once for one client-made id. */
export const correctStock = operatorProcedure('stock.write')
  .input(correctStockInput)
  .output(z.object({ variantId: z.string(), available: z.int() }))
  .mutation(({ ctx, input }) => correct(ctx.api.db, input, ctx.user.id))

import { correctManyStockInput } from '@makegood/core/stock/inputs'
import { stockCorrectedSchema } from '@makegood/core/stock/operator-views'
import { correctManyStock as correctMany } from '@makegood/db/stock/correct-many-stock'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Changes how many there are of several variants, each by its own amount, and tells what became of each. */
export const correctManyStock = operatorProcedure('stock.write')
  .input(correctManyStockInput)
  .output(z.array(stockCorrectedSchema).readonly())
  .mutation(({ ctx, input }) => correctMany(ctx.api.db, input, ctx.user.id))

import { listStockInput } from '@makegood/core/stock/inputs'
import { stockPageSchema } from '@makegood/core/stock/operator-views'
import { listStock as readPage } from '@makegood/db/stock/list-stock'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of all variants with their stock, or of those that run low. */
export const listStock = operatorProcedure('catalogue.read')
  .input(listStockInput)
  .output(stockPageSchema)
  .query(({ ctx, input }) => readPage(ctx.api.db, input))

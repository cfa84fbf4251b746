import { listStockChangesInput } from '@makegood/core/stock/inputs'
import { stockLedgerSchema } from '@makegood/core/stock/operator-views'
import { getStockLedger } from '@makegood/db/stock/get-stock-ledger'
import { operatorProcedure } from '../../../trpc.ts'

/** A variant's stock, which orders hold some of it, and what changed it. */
export const getLedger = operatorProcedure('catalogue.read')
  .input(listStockChangesInput)
  .output(stockLedgerSchema)
  .query(({ ctx, input }) => getStockLedger(ctx.api.db, input))

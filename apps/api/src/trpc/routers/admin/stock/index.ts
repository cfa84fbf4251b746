import { router } from '../../../trpc.ts'
import { correctManyStock } from './correct-many-stock.ts'
import { correctStock } from './correct-stock.ts'
import { getLedger } from './get-ledger.ts'
import { listStock } from './list-stock.ts'
import { setLow } from './set-low.ts'

export const stockRouter = router({
  list: listStock,
  ledger: getLedger,
  correct: correctStock,
  correctMany: correctManyStock,
  setLow,
})

import { router } from '../../../trpc.ts'
import { acceptDifference } from './accept-difference.ts'
import { listDifferences } from './list-differences.ts'
import { listRuns } from './list-runs.ts'
import { refundCharge } from './refund-charge.ts'
import { repairDifference } from './repair-difference.ts'
import { reviewBooks } from './review-books.ts'

export const reconciliationRouter = router({
  differences: listDifferences,
  runs: listRuns,
  review: reviewBooks,
  refundCharge,
  repair: repairDifference,
  accept: acceptDifference,
})

import type { Inngest } from 'inngest'
import { reviewBooks } from '../reconcile/review-books.ts'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

/** Each night, when little is under way: gateway, ledger, orders, stock, coupons and wallet are compared. */
export const reconcileDaily = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'reconcile-daily',
    at: '30 18 * * *',
    alone: true,
    work: step => step.run('review', () => reviewBooks(deps, null)),
  })

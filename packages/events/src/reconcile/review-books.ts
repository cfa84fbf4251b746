import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import type { Db } from '@makegood/db/client'
import { beginRun, failRun } from '@makegood/db/reconciliation/begin-run'
import { endRun } from '@makegood/db/reconciliation/end-run'
import { messageOf } from '../saga/retry-schedule.ts'
import { checkShop } from './check-shop.ts'

type Parts = { readonly db: Db; readonly gateway: PaymentGateway }

const dayMs = 24 * 60 * 60 * 1000
/** How far back the gateway's charges are compared. */
export const reviewedDays = 30

/**
 * One review of gateway, ledger, orders, stock, coupons and wallet: every difference becomes a row, and what is over closes
 * itself. One at a time. `begun` is told of the run before it has an answer.
 */
export const reviewBooks = async (
  parts: Parts,
  askedBy: string | null,
  { waitMs, begun }: { readonly waitMs?: number; readonly begun?: (runId: string) => void } = {},
): Promise<string> => {
  const since = new Date(Date.now() - reviewedDays * dayMs)
  const runId = await beginRun(parts.db, { askedBy, since })
  begun?.(runId)
  try {
    const { breaches, notCompared } = await checkShop(parts, since, waitMs)
    await endRun(parts.db, { runId, breaches, notCompared })
  } catch (error) {
    await failRun(parts.db, runId, messageOf(error))
    throw error
  }
  return runId
}

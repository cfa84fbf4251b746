import { inTransaction } from '@makegood/db/client'
import { expireReservation, listExpiredReservations } from '@makegood/db/stock/expire-reservation'
import { cron, type Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'

const ordersMax = 500

/** Each minute: orders that were never paid are cancelled and their stock is for sale again. */
export const expireReservations = (inngest: Inngest, deps: Deps) =>
  inngest.createFunction({ id: 'expire-reservations', triggers: [cron('* * * * *')], retries: 0 }, ({ step }) =>
    step.run('expire', () => expireAll(deps)),
  )

/** Expires what is due, each order on its own: one that cannot be expired now is tried again in the next minute. */
export const expireAll = async (deps: Deps): Promise<{ readonly expired: number; readonly failed: number }> => {
  const due = await listExpiredReservations(deps.db, ordersMax)
  let expired = 0
  let failed = 0
  for (const orderId of due) {
    try {
      if (await inTransaction(deps.db, tx => expireReservation(tx, orderId))) expired += 1
    } catch (error) {
      failed += 1
      deps.logger.error({ orderId, error: messageOf(error) }, 'a reservation could not be expired')
    }
  }
  if (expired > 0) deps.outbox.nudge()
  return { expired, failed }
}

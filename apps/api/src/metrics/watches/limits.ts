import { countDueLimits } from '@makegood/db/limit/count-due-limits'
import { bounded, mostCounted, type Watch } from '../watch.ts'

export const watchLimits: Watch = gauge => {
  const due = gauge(
    'limits_due',
    `Time limits of orders whose time has come and that were not enforced yet. ${bounded}`,
  )
  const late = gauge('limits_late_seconds', 'How late the oldest of them is; 0 where none is due.')
  return async db => {
    const counts = await countDueLimits(db, mostCounted)
    due.set(counts.due)
    late.set(counts.latestSeconds)
  }
}

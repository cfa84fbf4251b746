import { listDueLimits, settleMootLimits } from '@makegood/db/limit/list-due-limits'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'
import { enforceLimit } from './enforce-limit.ts'

const limitsMax = 500

/**
 * Enforces what is due, each limit on its own: one that cannot be enforced now is tried again with the next look. Those of
 * orders that have moved on, which are most of them, are settled together.
 */
export const enforceDueLimits = async (deps: Deps): Promise<{ readonly enforced: number; readonly failed: number }> => {
  await settleMootLimits(deps.db, limitsMax * 10)
  let enforced = 0
  let failed = 0
  for (const { orderId, kind } of await listDueLimits(deps.db, limitsMax)) {
    try {
      if ((await enforceLimit(deps, orderId, kind)) === 'enforced') enforced += 1
    } catch (error) {
      failed += 1
      deps.logger.error({ orderId, kind, error: messageOf(error) }, 'a time limit could not be enforced')
    }
  }
  if (enforced > 0) deps.outbox.nudge()
  return { enforced, failed }
}

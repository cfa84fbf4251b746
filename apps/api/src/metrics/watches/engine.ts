import type { EngineHealth } from '@makegood/core/system/views'
import type { Watch } from '../watch.ts'

/** What the engine says of itself, for whoever scrapes only the api. */
export const watchEngine =
  (ask: (question: 'health') => Promise<EngineHealth>): Watch =>
  gauge => {
    const reachable = gauge('engine_reachable', '1 where the engine answers.')
    const due = gauge('queue_due', 'What is due in the engine’s queue; missing where this engine does not say.')
    return async () => {
      const health = await ask('health')
      reachable.set(health.reachable ? 1 : 0)
      if (health.due === null) due.remove()
      else due.set(health.due)
    }
  }

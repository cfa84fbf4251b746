import { setTimeout as sleep } from 'node:timers/promises'
import { resumeAllStalled } from '../../src/jobs/resume-stalled-sagas.ts'
import { enforceDueLimits } from '../../src/limits/enforce-due-limits.ts'
import type { Skies } from '../outside/skies.ts'
import type { Playground, World } from '../world.ts'
import { answerEverything } from './answer-everything.ts'
import { findUnfinished, type Unfinished } from './find-unfinished.ts'
import { mendIncidents } from './mend-incidents.ts'
import { sendLostWebhooks } from './send-lost-webhooks.ts'

const withinMs = 90_000
const lookEveryMs = 200
const quietLooksMin = 2

/**
 * Brings the worlds to rest: the outside is well again and tells what it had lost, people answer what is asked of them, jobs
 * run, operators mend what can be mended. Answers what is still under way when the time is up; nothing where all is quiet.
 */
export const settleWorlds = async (
  playground: Playground,
  worlds: readonly World[],
  skies: Skies,
): Promise<readonly Unfinished[]> => {
  const { stand } = playground
  await stand.clearFaults()
  await skies.clear()
  const until = performance.now() + withinMs
  const mend = mendIncidents(worlds)
  let quietLooks = 0
  for (;;) {
    await sendLostWebhooks(stand.db)
    stand.outbox.nudge()
    await answerEverything(worlds)
    await enforceDueLimits(stand.deps)
    await resumeAllStalled(stand.deps)
    await mend()
    const unfinished = await findUnfinished(stand.db)
    quietLooks = unfinished.length === 0 ? quietLooks + 1 : 0
    if (quietLooks >= quietLooksMin) return []
    if (performance.now() > until) return unfinished
    await sleep(lookEveryMs)
  }
}

import type { Inngest } from 'inngest'
import { sendNotificationsSoon } from '../notify/send-notifications.ts'
import { tellRestocked } from '../restock/tell-restocked.ts'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

/** As many as a minute holds; who is left is told in the next. */
const roundsMax = 10

/** Each minute: those who asked to be told are told that what they wait for is there again. */
export const tellRestockedRequests = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'tell-restocked',
    at: '* * * * *',
    alone: true,
    work: async step => {
      let told = 0
      for (let round = 1; round <= roundsMax; round += 1) {
        const batch = await step.run(`tell-${round}`, () => tellRestocked(deps))
        told += batch.told
        if (!batch.more) break
      }
      if (told > 0) await step.run('send', () => sendNotificationsSoon(deps))
      return { told }
    },
  })

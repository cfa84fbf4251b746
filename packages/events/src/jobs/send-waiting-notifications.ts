import type { Inngest } from 'inngest'
import { sendNotifications } from '../notify/send-notifications.ts'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

/** As many rounds as a minute holds. */
const roundsMax = 5

/** Each minute: the messages whose time to be tried again has come, and what a rush has left behind. */
export const sendWaitingNotifications = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'send-waiting-notifications',
    at: '* * * * *',
    work: async step => {
      for (let round = 1; round <= roundsMax; round += 1) {
        const { more, ...counts } = await step.run(`send-${round}`, () => sendNotifications(deps))
        if (!more) return { rounds: round, last: counts }
      }
      return { rounds: roundsMax }
    },
  })

import { cron, type Inngest } from 'inngest'
import { sendNotifications } from '../notify/send-notifications.ts'
import type { Deps } from '../saga/deps.ts'

/** Each minute: the messages whose time to be tried again has come. */
export const sendWaitingNotifications = (inngest: Inngest, deps: Deps) =>
  inngest.createFunction({ id: 'send-waiting-notifications', triggers: [cron('* * * * *')], retries: 0 }, ({ step }) =>
    step.run('send', () => sendNotifications(deps)),
  )

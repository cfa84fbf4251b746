import { cron, type Inngest } from 'inngest'
import { sendDeliveries } from '../data-delivery/send-deliveries.ts'
import type { Deps } from '../saga/deps.ts'

/** Each minute: the records that wait for the data platform. */
export const sendDataDeliveries = (inngest: Inngest, deps: Deps) =>
  inngest.createFunction({ id: 'send-data-deliveries', triggers: [cron('* * * * *')], retries: 0 }, ({ step }) =>
    step.run('send', () => sendDeliveries(deps)),
  )

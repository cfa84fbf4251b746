import type { Inngest } from 'inngest'
import { sendDeliveries } from '../data-delivery/send-deliveries.ts'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

/** Each minute: the records that wait for the data platform. */
export const sendDataDeliveries = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'send-data-deliveries',
    at: '* * * * *',
    work: step => step.run('send', () => sendDeliveries(deps)),
  })

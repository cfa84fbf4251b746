import { tellWebhooksAgain as tellAgain } from '@makegood/db/webhook/tell-webhooks-again'
import type { Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

const webhooksMax = 200
/** Longer than all attempts of the one that acts on a webhook. */
const olderThanSeconds = 30

/** Each minute: webhooks on which nobody has acted yet, because the engine lost the run that was to. */
export const tellWebhooksAgain = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'tell-webhooks-again',
    at: '* * * * *',
    work: step =>
      step.run('tell', async () => {
        const told = await tellAgain(deps.db, olderThanSeconds, webhooksMax)
        if (told > 0) deps.outbox.nudge()
        return { told }
      }),
  })

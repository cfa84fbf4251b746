import type { Inngest } from 'inngest'
import { evaluateShopAlerts } from '../alert/evaluate-alerts.ts'
import { sendAlertMails } from '../alert/send-alert-mails.ts'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

/** Each minute: whether the shop keeps its thresholds, and who must be told. */
export const evaluateAlerts = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'evaluate-alerts',
    at: '* * * * *',
    alone: true,
    work: async step => ({
      ...(await step.run('evaluate', () => evaluateShopAlerts(deps))),
      ...(await step.run('send', () => sendAlertMails(deps))),
    }),
  })

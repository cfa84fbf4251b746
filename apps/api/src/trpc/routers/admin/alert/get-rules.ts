import { describeRules } from '@makegood/core/alert/alert-rules'
import { alertRulesViewSchema } from '@makegood/core/alert/views'
import { listJobRuns } from '@makegood/db/system/list-job-runs'
import { measureAlerts } from '@makegood/events/alert/measure-alerts'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** What is watched, how it stands, from which value on an alert opens, and who is told. */
export const getRules = operatorProcedure('system.read')
  .input(z.void())
  .output(alertRulesViewSchema)
  .query(async ({ ctx }) => {
    const { alerts, db, askEngine } = ctx.api
    const engineQueue = async () => (await askEngine('health')).due
    const [runs, measured] = await Promise.all([listJobRuns(db), measureAlerts({ db, alerts, engineQueue })])
    return {
      rules: [...describeRules(measured, alerts)],
      windowSeconds: alerts.windowSeconds,
      samplesMin: alerts.samplesMin,
      mailTo: [...alerts.mailTo],
      lastEvaluatedAt: runs.find(({ job }) => job === 'evaluate-alerts')?.okAt ?? null,
    }
  })

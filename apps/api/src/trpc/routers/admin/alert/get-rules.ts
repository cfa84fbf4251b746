import { alertRules } from '@makegood/core/alert/alert-rules'
import { alertRulesViewSchema } from '@makegood/core/alert/views'
import { listJobRuns } from '@makegood/db/system/list-job-runs'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** What is watched, from which value on, and who is told. */
export const getRules = operatorProcedure('system.read')
  .input(z.void())
  .output(alertRulesViewSchema)
  .query(async ({ ctx }) => {
    const { alerts, db } = ctx.api
    const runs = await listJobRuns(db)
    return {
      rules: alertRules.map(rule => ({ rule: rule.id, threshold: rule.threshold(alerts) })),
      windowSeconds: alerts.windowSeconds,
      samplesMin: alerts.samplesMin,
      mailTo: [...alerts.mailTo],
      lastEvaluatedAt: runs.find(({ job }) => job === 'evaluate-alerts')?.okAt ?? null,
    }
  })

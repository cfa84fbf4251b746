import { DomainError } from '@makegood/core/errors'
import { lookSeconds } from '@makegood/core/system/job-looks'
import { listDueIncidents, tryAgain } from '@makegood/db/incident/try-again'
import type { Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'
import { createJob } from './create-job.ts'

const incidentsMax = 200

/**
 * What failed only because the outside was away, or what the outside told before its time, is tried again by itself, the more
 * rarely the longer it lasts.
 */
export const tryIncidentsAgain = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'try-incidents-again',
    at: '* * * * *',
    work: async step => {
      const tried: number[] = []
      for (const second of lookSeconds) {
        if (second > 0) await step.sleep(`until-${second}`, '15s')
        tried.push(await step.run(`try-${second}`, () => tryAllDueAgain(deps)))
      }
      return { tried }
    },
  })

/** Tries again what is due now, and answers how many; what fails to begin waits for the next look and holds no other up. */
export const tryAllDueAgain = async (deps: Deps): Promise<number> => {
  let tried = 0
  for (const incident of await listDueIncidents(deps.db, incidentsMax)) {
    try {
      await tryAgain(deps.db, incident, deps.policy.sagaLeaseSeconds)
      tried += 1
    } catch (error) {
      const level = error instanceof DomainError ? 'info' : 'error'
      deps.logger[level]({ incidentId: incident.id, error: messageOf(error) }, 'an incident was not tried again')
    }
  }
  if (tried > 0) deps.outbox.nudge()
  return tried
}

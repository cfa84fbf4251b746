import { lookSeconds } from '@makegood/core/system/job-looks'
import { takeUpLeftFulfilments } from '@makegood/db/cancellation/take-up-fulfilment'
import { inTransaction } from '@makegood/db/client'
import { listStalledSagas, resumeSaga } from '@makegood/db/saga/resume-saga'
import type { Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

const sagasMax = 500
/** They are locked together while they are taken up. */
const fulfilmentsMax = 50

/** Sagas that have shown no progress within their lease are started again: the engine may have lost their runs. */
export const resumeStalledSagas = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'resume-stalled-sagas',
    at: '* * * * *',
    // With a lease of 30 s no saga stands still for a minute unseen.
    work: async step => {
      const resumed: number[] = []
      for (const second of lookSeconds) {
        if (second > 0) await step.sleep(`until-${second}`, '15s')
        resumed.push(await step.run(`resume-${second}`, () => resumeAllStalled(deps)))
      }
      return { resumed }
    },
  })

/**
 * Resumes what is stalled now, and deliveries that stopped for a cancellation which had come to nothing before they ended;
 * answers how many.
 */
export const resumeAllStalled = async (deps: Deps): Promise<number> => {
  let resumed = 0
  for (const saga of await listStalledSagas(deps.db, sagasMax)) {
    const { id, generation } = saga
    if (!(await resumeSaga(deps.db, saga, 'RUNNING', deps.policy.sagaLeaseSeconds))) continue
    resumed += 1
    deps.logger.warn({ sagaId: id, generation: generation + 1 }, 'a saga without progress is started again')
  }
  const bounds = { leaseSeconds: deps.policy.sagaLeaseSeconds, limit: fulfilmentsMax }
  const takenUp = await inTransaction(deps.db, tx => takeUpLeftFulfilments(tx, bounds))
  if (takenUp > 0) deps.logger.warn({ takenUp }, 'deliveries whose cancellations came to nothing are taken up again')
  resumed += takenUp
  if (resumed > 0) deps.outbox.nudge()
  return resumed
}

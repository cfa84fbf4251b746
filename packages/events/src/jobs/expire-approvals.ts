import { expireApprovals as expire } from '@makegood/db/approval/expire-approvals'
import type { Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

/** Every ten minutes: closes requests for a second pair of eyes that have run out; nobody could decide them since they did. */
export const expireApprovals = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'expire-approvals',
    at: '*/10 * * * *',
    work: step => step.run('expire', () => expire(deps.db)),
  })

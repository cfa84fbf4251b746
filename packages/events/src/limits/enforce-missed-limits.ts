import type { Inngest } from 'inngest'
import { createJob } from '../jobs/create-job.ts'
import type { Deps } from '../saga/deps.ts'
import { enforceDueLimits } from './enforce-due-limits.ts'

/** Each minute: the limits whose sleeping run was lost. */
export const enforceMissedLimits = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'enforce-missed-limits',
    at: '* * * * *',
    work: step => step.run('enforce', () => enforceDueLimits(deps)),
  })

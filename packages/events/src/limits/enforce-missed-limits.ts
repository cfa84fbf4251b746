import { cron, type Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { enforceDueLimits } from './enforce-due-limits.ts'

/** Each minute: the limits whose sleeping run was lost. */
export const enforceMissedLimits = (inngest: Inngest, deps: Deps) =>
  inngest.createFunction({ id: 'enforce-missed-limits', triggers: [cron('* * * * *')], retries: 0 }, ({ step }) =>
    step.run('enforce', () => enforceDueLimits(deps)),
  )

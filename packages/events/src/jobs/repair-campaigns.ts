import { type CampaignRepair, repairCampaigns } from '@makegood/db/coupon/repair-campaigns'
import type { Inngest } from 'inngest'
import type { Deps } from '../saga/deps.ts'
import { createJob } from './create-job.ts'

/** Each minute: campaigns in Redis that are not what Postgres says are rebuilt, such as after a process died between the two. */
export const repairCampaignsInRedis = (inngest: Inngest, deps: Deps) =>
  createJob(inngest, deps, {
    id: 'repair-campaigns',
    at: '* * * * *',
    work: step => step.run('repair', () => repairAll(deps)),
  })

/** Repairs what differs now, and answers it. */
const repairAll = async (deps: Pick<Deps, 'db' | 'redis' | 'logger'>): Promise<readonly CampaignRepair[]> => {
  const repairs = await repairCampaigns(deps)
  for (const repair of repairs) deps.logger.warn(repair, 'a campaign in Redis was not what Postgres says')
  return repairs
}

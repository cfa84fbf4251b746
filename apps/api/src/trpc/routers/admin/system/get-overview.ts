import { systemViewSchema } from '@makegood/core/system/views'
import { countCampaignsInRedis } from '@makegood/db/coupon/count-campaigns-in-redis'
import { readSystem } from '@makegood/db/system/read-system'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** How every part of the shop runs: sagas, events, engine, webhooks, messages, outside systems and jobs. */
export const getOverview = operatorProcedure('system.read')
  .input(z.void())
  .output(systemViewSchema)
  .query(async ({ ctx }) => {
    const { api } = ctx
    const [{ openCampaigns, ...parts }, engine, inRedis] = await Promise.all([
      readSystem(api.db),
      api.askEngine('health'),
      countCampaignsInRedis(api).catch((error: unknown) => {
        api.logger.warn({ err: error }, 'the campaigns in Redis could not be counted')
        return null
      }),
    ])
    return { asOf: new Date().toISOString(), ...parts, engine, campaigns: { inRedis, open: openCampaigns } }
  })

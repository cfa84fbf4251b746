import { engineStateSchema } from '@makegood/core/system/views'
import { readEngineWork } from '@makegood/db/system/read-engine-work'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Whether the engine answers, for every page of the console. */
export const getEngine = operatorProcedure('system.read')
  .input(z.void())
  .output(engineStateSchema)
  .query(async ({ ctx: { api } }) => {
    const { reachable } = await api.askEngine('health')
    const lastWorkedAt = reachable ? null : await readEngineWork(api.db)
    return { away: !reachable, lastWorkedAt: lastWorkedAt?.toISOString() ?? null }
  })

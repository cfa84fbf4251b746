import { countIncidents as count } from '@makegood/db/saga/count-incidents'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** More than this many are told as "more than": nobody needs the exact number of a flood, and counting it costs. */
const countMax = 100

/** How many incidents wait for a person; `more` where there may be more than were counted. */
export const countIncidents = operatorProcedure('incident.read')
  .input(z.void())
  .output(z.object({ open: z.int(), more: z.boolean() }))
  .query(async ({ ctx }) => {
    const counts = await count(ctx.api.db, countMax)
    const open = Object.values(counts).reduce((sum, each) => sum + each, 0)
    return { open, more: open === countMax }
  })

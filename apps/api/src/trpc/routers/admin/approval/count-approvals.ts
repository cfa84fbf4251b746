import { countToDecide } from '@makegood/db/approval/count-to-decide'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Nobody needs the exact number of a flood. */
const countMax = 100

/** How many requests wait for the caller to decide; `more` where there may be more than were counted. */
export const countApprovals = operatorProcedure('approval.read')
  .input(z.void())
  .output(z.object({ open: z.int(), more: z.boolean() }))
  .query(async ({ ctx }) => {
    const open = await countToDecide(ctx.api.db, ctx.user, countMax)
    return { open, more: open === countMax }
  })

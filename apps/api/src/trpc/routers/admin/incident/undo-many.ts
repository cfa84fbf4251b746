import { manyOutcomesSchema, reasonedManyInput } from '@makegood/core/saga/incident-inputs'
import { forceUndo } from '@makegood/db/incident/force-undo'
import { forMany } from '../../../for-many.ts'
import { operatorProcedure } from '../../../trpc.ts'
import { repairRequestOf } from './repair-request.ts'

/** Turns up to a hundred round with one reason, each on its own: everything that was begun is undone. */
export const undoMany = operatorProcedure('incident.undo')
  .input(reasonedManyInput)
  .output(manyOutcomesSchema)
  .mutation(async ({ ctx, input: { incidentIds, reason } }) => {
    const answer = await forMany(ctx.api, incidentIds, incidentId =>
      forceUndo(ctx.api.db, { ...repairRequestOf(ctx, incidentId), reason }),
    )
    ctx.api.outbox.nudge()
    return answer
  })

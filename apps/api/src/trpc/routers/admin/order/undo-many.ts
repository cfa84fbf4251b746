import { repairManyInput } from '@makegood/core/order/operator-inputs'
import { manyOutcomesSchema } from '@makegood/core/saga/incident-inputs'
import { forceUndo } from '@makegood/db/incident/force-undo'
import { operatorProcedure } from '../../../trpc.ts'
import { repairMany } from './repair-many.ts'

/** Turns round what stopped in up to a hundred orders, for one reason: everything that was begun is undone. */
export const undoMany = operatorProcedure('incident.undo')
  .input(repairManyInput)
  .output(manyOutcomesSchema)
  .mutation(({ ctx, input }) =>
    repairMany(ctx, input, request => forceUndo(ctx.api.db, { ...request, reason: input.reason })),
  )

import { forceUndoInput } from '@makegood/core/saga/incident-inputs'
import { forceUndo as turnRound } from '@makegood/db/incident/force-undo'
import { operatorProcedure } from '../../../trpc.ts'
import { repairOutput, repairRequestOf } from './repair-request.ts'

/** Turns a saga that stopped before its pivot round: everything that it began is undone. */
export const forceUndo = operatorProcedure('incident.undo')
  .input(forceUndoInput)
  .output(repairOutput)
  .mutation(async ({ ctx, input }) => {
    await turnRound(ctx.api.db, { ...repairRequestOf(ctx, input.incidentId), reason: input.reason })
    ctx.api.outbox.nudge()
    return { incidentId: input.incidentId }
  })

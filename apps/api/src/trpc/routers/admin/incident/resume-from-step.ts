import { resumeFromStepInput } from '@makegood/core/saga/incident-inputs'
import { resumeFromStep as resume } from '@makegood/db/incident/resume-from-step'
import { operatorProcedure } from '../../../trpc.ts'
import { repairOutput, repairRequestOf } from './repair-request.ts'

/** Lets a saga that stopped go on at a step of it that is not done. */
export const resumeFromStep = operatorProcedure('incident.resume')
  .input(resumeFromStepInput)
  .output(repairOutput)
  .mutation(async ({ ctx, input }) => {
    await resume(ctx.api.db, { ...repairRequestOf(ctx, input.incidentId), stepId: input.stepId })
    ctx.api.outbox.nudge()
    return { incidentId: input.incidentId }
  })

import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { noteSchema, reasonSchema } from '../text.ts'
import { incidentKinds } from './incident-kinds.ts'

const cursor = z.string().max(100).optional()
const manyMax = 100

export const listIncidentsInput = z.strictObject({
  state: z.enum(['open', 'resolved']).default('open'),
  kind: z.enum(incidentKinds).optional(),
  cursor,
})

export const incidentInput = z.strictObject({ incidentId: idSchema('incident') })

export const manyIncidentsInput = z.strictObject({ incidentIds: z.array(idSchema('incident')).min(1).max(manyMax) })

export const resumeFromStepInput = incidentInput.extend({ stepId: z.string().min(1).max(80) })

export const forceUndoInput = incidentInput.extend({ reason: reasonSchema })

/**
 * `settledByHand`: the step or undo that failed was done outside of the shop; `reference` is what the outside calls it, and
 * null where nothing had to be done there.
 */
export const resolveIncidentInput = incidentInput.extend({
  reason: reasonSchema,
  settledByHand: z.strictObject({ reference: noteSchema.min(1).max(120).nullable() }).optional(),
})

export const resolveManyInput = manyIncidentsInput.extend({ reason: reasonSchema })

export const listSagasInput = z.strictObject({ state: z.enum(['running', 'stalled']).default('running'), cursor })

/** What became of each of many: done, or the code with which it was refused. */
export const manyOutcomesSchema = z.object({
  outcomes: z.array(z.object({ id: z.string(), refusal: z.string().nullable() })),
})

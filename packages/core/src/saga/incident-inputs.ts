import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { locales } from '../locale.ts'
import { noteSchema, reasonSchema } from '../text.ts'
import { incidentKinds } from './incident-kinds.ts'

const cursor = z.string().max(100).optional()
const manyMax = 100

/** How long ago it was opened, at least. */
export const incidentAges = { hour: 3600, day: 24 * 3600, week: 7 * 24 * 3600 } as const
export type IncidentAge = keyof typeof incidentAges
export const incidentAgeNames = Object.keys(incidentAges) as [IncidentAge, ...IncidentAge[]]

const name = z.string().trim().min(1).max(80)

export const listIncidentsInput = z.strictObject({
  state: z.enum(['open', 'resolved']).default('open'),
  kind: z.enum(incidentKinds).optional(),
  /** The saga's name, such as `pay-order`. */
  saga: name.optional(),
  step: name.optional(),
  /** What the outside, or the shop, calls the reason; empty where there is none. */
  code: z.string().trim().max(60).optional(),
  age: z.enum(incidentAgeNames).optional(),
  /** An order's number, or the id of an incident, a saga or an order. */
  search: z.string().trim().max(80).optional(),
  cursor,
})

export const groupIncidentsInput = z.strictObject({})

export const incidentInput = z.strictObject({ incidentId: idSchema('incident') })

/** In whose language the goods are named. */
export const getIncidentInput = incidentInput.extend({ locale: z.enum(locales) })

export const manyIncidentsInput = z.strictObject({ incidentIds: z.array(idSchema('incident')).min(1).max(manyMax) })

export const resumeFromStepInput = incidentInput.extend({ stepId: z.string().min(1).max(80) })

export const forceUndoInput = incidentInput.extend({ reason: reasonSchema })

/**
 * `settledByHand`: the step or undo that failed was done outside of the shop; `reference` is what the outside calls it, and
 * null where nothing had to be done there; `approvalId` is the client's for the request that a second pair of eyes is asked with.
 */
export const resolveIncidentInput = incidentInput.extend({
  reason: reasonSchema,
  settledByHand: z
    .strictObject({ reference: noteSchema.min(1).max(120).nullable(), approvalId: idSchema('approval') })
    .optional(),
})

/** What is kept of what a person said, until somebody else has decided. `generation`: the saga's, as it stood then. */
export const askedSettlementSchema = z.strictObject({
  incidentId: idSchema('incident'),
  generation: z.int(),
  reference: z.string().nullable(),
})

/** One reason for all, kept with each. */
export const reasonedManyInput = manyIncidentsInput.extend({ reason: reasonSchema })

export const listSagasInput = z.strictObject({ state: z.enum(['running', 'stalled']).default('running'), cursor })

/** What became of each of many: done, or the code with which it was refused. */
export const manyOutcomesSchema = z.object({
  outcomes: z.array(z.object({ id: z.string(), refusal: z.string().nullable() })),
})

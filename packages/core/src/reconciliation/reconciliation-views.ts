import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { currencies } from '../money/money.ts'
import { reasonSchema } from '../text.ts'
import { differenceAreas, differenceRepairs } from './difference-kinds.ts'

export const differenceStates = ['OPEN', 'GONE', 'REPAIRED', 'ACCEPTED'] as const
export type DifferenceState = (typeof differenceStates)[number]

export const listDifferencesInput = z.strictObject({
  state: z.enum(differenceStates).default('OPEN'),
  area: z.enum(differenceAreas).optional(),
  cursor: z.string().max(100).optional(),
})

const whyMin = 3
const differenceInput = z.strictObject({ differenceId: idSchema('difference'), reason: reasonSchema.min(whyMin) })

/** `detail` is what the caller saw: what has changed meanwhile is refused. */
export const seenDifferenceInput = differenceInput.extend({ detail: z.string().max(1000) })

export const differenceSchema = z.object({
  id: z.string(),
  area: z.enum(differenceAreas),
  invariant: z.string(),
  subject: z.string(),
  detail: z.string(),
  /** What each of the two says; the second is null where only one of them says anything. */
  sides: z.tuple([z.string(), z.string().nullable()]),
  repair: z.enum(differenceRepairs),
  state: z.enum(differenceStates),
  /** What a refund at the gateway would give back; null where that is not its repair. */
  refund: z.object({ amountMinor: z.string(), currency: z.enum(currencies) }).nullable(),
  order: z.object({ id: z.string(), number: z.string(), needsAttention: z.boolean() }).nullable(),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  closedBy: z.string().nullable(),
  reason: z.string().nullable(),
})
export type DifferenceView = z.infer<typeof differenceSchema>
export const differencePageSchema = z.object({
  differences: z.array(differenceSchema),
  nextCursor: z.string().nullable(),
})

export const runSchema = z.object({
  id: z.string(),
  trigger: z.enum(['daily', 'asked']),
  askedBy: z.string().nullable(),
  status: z.enum(['RUNNING', 'DONE', 'FAILED']),
  since: z.iso.datetime(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  found: z.int(),
  opened: z.int(),
  closed: z.int(),
  notCompared: z.string().nullable(),
})
export type RunView = z.infer<typeof runSchema>
export const runsSchema = z.object({ runs: z.array(runSchema) })

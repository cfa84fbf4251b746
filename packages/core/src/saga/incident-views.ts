import { z } from 'zod'
import { consequencesSchema } from '../console/consequences.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { orderStatuses } from '../order/order-states.ts'
import { repairRefusals } from './decide-repair.ts'
import { waysOut } from './decide-resolve.ts'
import { incidentKinds, underWays } from './incident-kinds.ts'
import { sagaStatuses, sagaViewSchema } from './saga-views.ts'

export const incidentRowSchema = z.object({
  id: z.string(),
  kind: z.enum(incidentKinds),
  /** The saga; or, for an event that could not be handled, the function and the event. */
  sagaId: z.string(),
  stepId: z.string(),
  detail: z.string(),
  code: z.string(),
  occurrences: z.int(),
  /** How often the shop itself has tried again, and when it will; null where only a person can. */
  tries: z.int(),
  nextTryAt: z.iso.datetime().nullable(),
  order: z.object({ id: z.string(), number: z.string(), status: z.enum(orderStatuses) }).nullable(),
  /** True while it is open and its saga runs again: nobody has anything to do until that has ended. */
  goesOn: z.boolean(),
  /** What is being done about it already; null where nothing is, and of what is closed. */
  underWay: z.enum(underWays).nullable(),
  openedAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  /** `went-on`, `retried`, `settled-by-hand` or `resolved`; null while it is open. */
  resolution: z.string().nullable(),
  resolvedBy: z.string().nullable(),
  note: z.string().nullable(),
})
export type IncidentRowView = z.infer<typeof incidentRowSchema>

export const incidentPageSchema = z.object({ incidents: z.array(incidentRowSchema), nextCursor: z.string().nullable() })

/** What one act would do now: why it is refused (null where it is not), the steps it takes, and what they do to the world. */
export const repairActSchema = z.object({
  refusal: z.enum(repairRefusals).nullable(),
  steps: z.array(z.object({ stepId: z.string(), certain: z.boolean() })),
  consequences: consequencesSchema,
  /** What it does only where that turns out to be needed. */
  perhaps: consequencesSchema,
})
export type RepairActView = z.infer<typeof repairActSchema>

const money = { amount: wireMoneySchema }

export const incidentViewSchema = incidentRowSchema.extend({
  /** The money that settling it by hand would say was moved, and whether who looks may say so alone; null where it is about none. */
  settling: z.object({ ...money, alone: z.boolean() }).nullable(),
  /** Who has said that it was settled by hand, and waits for somebody else to decide. */
  asked: z.object({ ...money, by: z.string(), at: z.iso.datetime() }).nullable(),
  saga: sagaViewSchema.nullable(),
  /** The parcel that it is about, as the carrier calls it; null where it is about none. */
  parcel: z.object({ carrier: z.string(), trackingNo: z.string() }).nullable(),
  acts: z.object({
    retry: repairActSchema,
    /** The steps at which the saga can go on; usually the one that failed. */
    resumeFrom: z.array(z.string()),
    undo: repairActSchema,
    settle: repairActSchema,
    /** Why closing it is refused now (null where it is not), and what can be done instead. */
    resolve: z.object({ refusal: z.enum(repairRefusals).nullable(), instead: z.array(z.enum(waysOut)) }),
  }),
})
export type IncidentView = z.infer<typeof incidentViewSchema>

/** Open incidents of one cause, the oldest of them to be tried first. */
export const incidentGroupSchema = z.object({
  kind: z.enum(incidentKinds),
  stepId: z.string(),
  code: z.string(),
  count: z.int(),
  /** What was recorded of the newest of them. */
  detail: z.string(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  /** The oldest, at most a hundred: what "try one" and "the group" act on. */
  incidentIds: z.array(z.string()),
})
export type IncidentGroupView = z.infer<typeof incidentGroupSchema>
export const incidentGroupsSchema = z.object({
  groups: z.array(incidentGroupSchema),
  /** Of all open incidents, counted up to ten thousand. */
  open: z.int(),
})

/** What was done with an incident, by whom. */
export const incidentActSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.enum(['operator', 'system', 'shopper', 'carrier']),
  name: z.string().nullable(),
  action: z.string(),
  reason: z.string(),
})
export const incidentActsSchema = z.object({ acts: z.array(incidentActSchema) })

export const sagaRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(sagaStatuses),
  direction: z.enum(['FORWARD', 'UNDOING']),
  currentStep: z.string().nullable(),
  generation: z.int(),
  orderId: z.string().nullable(),
  startedAt: z.iso.datetime(),
  /** True where it has shown no progress within its lease; the shop starts it again by itself. */
  stalled: z.boolean(),
})
export const sagaPageSchema = z.object({ sagas: z.array(sagaRowSchema), nextCursor: z.string().nullable() })
export type SagaRowView = z.infer<typeof sagaRowSchema>

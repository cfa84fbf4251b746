import { z } from 'zod'
import { waitingApprovalSchema } from '../approval/views.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { incidentKinds, underWays } from '../saga/incident-kinds.ts'
import { periodKinds } from './periods.ts'
import { sharesSchema } from './sales.ts'

export const todayFiguresInput = z.strictObject({ by: z.enum(periodKinds).default('day') })

const spanSchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  orders: z.int(),
  confirmed: z.int(),
  revenue: wireMoneySchema,
  failures: z.int(),
  /** Times to confirmed in ms, by steps of a quarter; null where nothing was confirmed. */
  confirmP50Ms: z.int().nullable(),
  confirmP95Ms: z.int().nullable(),
})
export type TodaySpan = z.infer<typeof spanSchema>

const figuresSchema = spanSchema.extend({
  shares: sharesSchema,
  averageOrder: wireMoneySchema.nullable(),
  refunded: wireMoneySchema,
  cancelled: z.int(),
  reservationsFailed: z.int(),
  paymentsFailed: z.int(),
  incidents: z.int(),
  carts: z.int(),
})
export type TodayFigures = z.infer<typeof figuresSchema>

export const topProductSchema = z.object({
  productId: z.string(),
  slug: z.string(),
  nameKo: z.string(),
  nameEn: z.string(),
  units: z.int(),
  amount: wireMoneySchema,
})
export type TopProduct = z.infer<typeof topProductSchema>

/** A period before with fewer orders, or fewer failures, tells nothing about this one. */
export const comparedFrom = 10
export const compares = ['yes', 'too-few', 'began-later'] as const
export type Compares = (typeof compares)[number]

export const todayFiguresSchema = z.object({
  by: z.enum(periodKinds),
  asOf: z.iso.datetime(),
  figures: figuresSchema,
  before: figuresSchema,
  compares: z.enum(compares),
  spans: z.array(spanSchema),
  spansBefore: z.array(spanSchema),
  topProducts: z.object({ fromDay: z.string(), products: z.array(topProductSchema) }),
})
export type TodayFiguresView = z.infer<typeof todayFiguresSchema>

/** Counts stop here, which means that many or more. */
export const attentionCountMax = 1000

/** What stopped by one cause, by its oldest; one of a kind is a cause of its own. */
export const problemSchema = z.object({
  incidentId: z.string(),
  kind: z.enum(incidentKinds),
  /** The saga, function or event of the oldest, and its step. */
  sagaId: z.string(),
  stepId: z.string(),
  code: z.string(),
  detail: z.string(),
  openedAt: z.iso.datetime(),
  nextTryAt: z.iso.datetime().nullable(),
  underWay: z.enum(underWays).nullable(),
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  /** How many stopped by it. */
  count: z.int(),
})
export type Problem = z.infer<typeof problemSchema>

export const longPauseSchema = z.object({
  orderId: z.string(),
  orderNumber: z.string(),
  by: z.string(),
  reason: z.string(),
  pausedAt: z.iso.datetime(),
})
export type LongPause = z.infer<typeof longPauseSchema>

export const attentionNowSchema = z.object({
  counts: z.object({
    /** Orders that stopped and wait for a person, whose step is tried again, or which are being undone, as their list has them. */
    stopped: z.int(),
    retrying: z.int(),
    undoing: z.int(),
    /** Orders that somebody has paused. */
    paused: z.int(),
    /** Paid orders that go on once an operator confirms them. */
    toConfirm: z.int(),
    /** Sagas that show no progress within their lease; the shop starts them again by itself. */
    stuck: z.int(),
    undoFailed: z.int(),
    /** Everything that is in front of a person. */
    incidents: z.int(),
  }),
  /** The first several, the oldest first. */
  problems: z.array(problemSchema),
  /** What waits for a second pair of eyes, the oldest first. */
  approvals: z.array(waitingApprovalSchema),
  /** The orders that stand paused for longer than the policy lets pass unsaid, the longest first. */
  longPauses: z.array(longPauseSchema),
  moneyHeld: z.object({ amount: wireMoneySchema, orders: z.int() }),
  stockHeld: z.object({ units: z.int(), orders: z.int() }),
})
export type AttentionNow = z.infer<typeof attentionNowSchema>

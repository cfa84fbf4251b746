import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { shipmentStatuses } from '../shipment/views.ts'

/** `under-way`: something moves just now, so that the two may differ for a moment. `unknown`: the other side could not say. */
export const comparisonVerdicts = ['same', 'different', 'under-way', 'unknown'] as const
export type ComparisonVerdict = (typeof comparisonVerdicts)[number]

/** Why a line is not `same`; the console has words for each, with what to do. */
export const comparisonFindings = [
  'not-answered',
  'moving',
  'charged-not-in-books',
  'charge-missing',
  'refunded-there-only',
  'refund-missing-there',
  'other-currency',
  'stock-differs',
  'ledger-too-short',
  'parcel-missing',
  'parcel-differs',
] as const
export type ComparisonFinding = (typeof comparisonFindings)[number]

const judged = { verdict: z.enum(comparisonVerdicts), finding: z.enum(comparisonFindings).nullable() }

const unitsSchema = z.object({ held: z.int(), sold: z.int(), writtenOff: z.int() })

/** `theirs` is null where the other side could not say; then `detail` tells what it said instead. */
const cardLineSchema = z.object({
  about: z.literal('card'),
  ...judged,
  paymentId: z.string(),
  attempt: z.int(),
  ours: z.object({ kept: wireMoneySchema }),
  theirs: z
    .object({
      status: z.enum(['succeeded', 'action-required', 'pending', 'failed', 'absent']),
      kept: wireMoneySchema,
      taken: wireMoneySchema,
      back: wireMoneySchema,
    })
    .nullable(),
  detail: z.string().nullable(),
})

const parcelLineSchema = z.object({
  about: z.literal('parcel'),
  ...judged,
  shipmentRef: z.string(),
  kind: z.enum(['DELIVERY', 'PICK_UP']),
  trackingNo: z.string(),
  ours: z.enum(shipmentStatuses),
  theirs: z.enum([...shipmentStatuses, 'ABSENT']).nullable(),
  detail: z.string().nullable(),
})

const stockLineSchema = z.object({
  about: z.literal('stock'),
  ...judged,
  variantId: z.string(),
  ours: unitsSchema,
  theirs: unitsSchema.nullable(),
})

export const orderComparisonSchema = z.object({
  askedAt: z.iso.datetime(),
  lines: z.array(z.discriminatedUnion('about', [cardLineSchema, parcelLineSchema, stockLineSchema])),
  /** True where the order has more payments or parcels than are asked for; the newest are. */
  more: z.boolean(),
})
export type OrderComparison = z.infer<typeof orderComparisonSchema>
export type ComparisonLine = OrderComparison['lines'][number]
export type HeldUnits = z.infer<typeof unitsSchema>

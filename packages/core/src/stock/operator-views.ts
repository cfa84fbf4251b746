import { z } from 'zod'
import { productStates } from '../catalogue/product-states.ts'
import { correctionKindNames } from './inputs.ts'

/** What a line of the stock's ledger tells: an operator's reason, or what an order did. */
export const stockChangeKinds = [
  ...correctionKindNames,
  'imported',
  'opened',
  'reserved',
  'released',
  'sold',
  'payment-undone',
  'came-back',
  'changed',
] as const

export const stockRowSchema = z.object({
  variantId: z.string(),
  sku: z.string(),
  product: z.object({ id: z.string(), nameKo: z.string(), nameEn: z.string(), state: z.enum(productStates) }),
  optionKo: z.string(),
  optionEn: z.string(),
  active: z.boolean(),
  /** What lies on the shelf and is not sold: for sale, or put aside for an order. */
  onHand: z.int(),
  available: z.int(),
  reserved: z.int(),
  sold: z.int(),
  writtenOff: z.int(),
  lowAt: z.int(),
  /** How many people wait to be told that it is back, a hundred at most. */
  waiting: z.int(),
})
export const stockPageSchema = z.object({ rows: z.array(stockRowSchema), nextCursor: z.string().nullable() })
export type StockPage = z.infer<typeof stockPageSchema>

/** What became of one row of several that were corrected together; `available` is what is for sale now. */
export const stockCorrectedSchema = z.object({
  variantId: z.string(),
  outcome: z.enum(['corrected', 'not-so-many', 'gone']),
  available: z.int(),
})
export type StockCorrected = z.infer<typeof stockCorrectedSchema>

const countsSchema = z.object({ available: z.int(), reserved: z.int(), sold: z.int(), writtenOff: z.int() })

export const stockChangeSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(stockChangeKinds),
  note: z.string(),
  /** The operator's name, where it was one. */
  by: z.string().nullable(),
  order: z.object({ id: z.string(), number: z.string() }).nullable(),
  before: countsSchema,
  after: countsSchema,
})
export const stockLedgerSchema = z.object({
  row: stockRowSchema,
  /** The orders that hold some of it now, the oldest first, fifty at most. */
  holds: z.array(
    z.object({
      orderId: z.string(),
      number: z.string(),
      quantity: z.int(),
      until: z.iso.datetime(),
      status: z.string(),
    }),
  ),
  changes: z.array(stockChangeSchema),
  nextCursor: z.string().nullable(),
})
export type StockLedger = z.infer<typeof stockLedgerSchema>

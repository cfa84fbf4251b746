import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { noteSchema } from '../text.ts'

/** Why an operator changes how many there are, and in which direction each may go. */
export const correctionKinds = {
  received: 'up',
  found: 'up',
  broken: 'down',
  counted: 'either',
} as const
export type CorrectionKind = keyof typeof correctionKinds
export const correctionKindNames = Object.keys(correctionKinds) as [CorrectionKind, ...CorrectionKind[]]

export const stockAmountMax = 100_000

/** True where goods of this reason can change the stock by this amount. */
export const isCorrection = (kind: CorrectionKind, amount: number): boolean => {
  if (amount === 0) return false
  const direction = correctionKinds[kind]
  return direction === 'either' || (direction === 'up') === amount > 0
}

/** The id is the client's: the same request again changes nothing more. */
export const correctStockInput = z
  .strictObject({
    requestId: idSchema('stockChange'),
    variantId: idSchema('variant'),
    kind: z.enum(correctionKindNames),
    amount: z.int().min(-stockAmountMax).max(stockAmountMax),
    note: noteSchema.min(3),
  })
  .refine(input => isCorrection(input.kind, input.amount), { path: ['amount'], message: 'not in this direction' })
export type CorrectStockInput = z.output<typeof correctStockInput>

const correctedRowsMax = 50

/** One reason for all rows; each with an id of its own, so that a repeated request changes nothing twice. */
export const correctManyStockInput = z
  .strictObject({
    kind: z.enum(correctionKindNames),
    note: noteSchema.min(3),
    rows: z
      .array(
        z.strictObject({
          requestId: idSchema('stockChange'),
          variantId: idSchema('variant'),
          amount: z.int().min(-stockAmountMax).max(stockAmountMax),
        }),
      )
      .min(1)
      .max(correctedRowsMax),
  })
  .refine(({ kind, rows }) => rows.every(({ amount }) => isCorrection(kind, amount)), {
    path: ['rows'],
    message: 'not in this direction',
  })
  .refine(({ rows }) => new Set(rows.map(({ variantId }) => variantId)).size === rows.length, {
    path: ['rows'],
    message: 'a variant twice',
  })
export type CorrectManyStockInput = z.output<typeof correctManyStockInput>

export const setLowStockInput = z.strictObject({
  variantId: idSchema('variant'),
  lowAt: z.int().min(0).max(stockAmountMax),
})

export const listStockInput = z.strictObject({
  q: z.string().max(200).optional(),
  /** Only what runs low, the fewest first. */
  low: z.boolean().optional(),
  cursor: z.string().max(100).optional(),
})
export type ListStock = z.output<typeof listStockInput>

export const listStockChangesInput = z.strictObject({
  variantId: z.string().max(40),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})

import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { noteSchema, reasonSchema } from '../text.ts'
import { returnReasons, returnStatuses } from './return-reasons.ts'

const linesMax = 100
const unitsMax = 999

const isOncePerVariant = (lines: readonly { readonly variantId: string }[]): boolean =>
  new Set(lines.map(line => line.variantId)).size === lines.length

const returnLines = z
  .array(z.strictObject({ variantId: idSchema('variant'), quantity: z.int().min(1).max(unitsMax) }))
  .min(1)
  .max(linesMax)
  .refine(isOncePerVariant, 'each variant at most once')

/** What shall go back, of the shopper's own order. The id is the client's, so that a repeated request asks once. */
export const requestReturnInput = z.strictObject({
  orderId: idSchema('order'),
  returnId: idSchema('return'),
  reason: z.enum(returnReasons),
  note: noteSchema.default(''),
  lines: returnLines,
})

export const returnInput = z.strictObject({ returnId: idSchema('return') })

export const listReturnsInput = z.strictObject({
  status: z.enum(returnStatuses).optional(),
  cursor: idSchema('return').optional(),
})

/** `withoutGoods`: nothing comes back, so nothing is picked up and the goods are written off. */
export const acceptReturnInput = returnInput.extend({ withoutGoods: z.boolean(), reason: noteSchema.default('') })

export const rejectReturnInput = returnInput.extend({ reason: reasonSchema })

const units = z.int().min(0).max(unitsMax)

/** What came back: every unit is for sale again or written off. */
export const receiveReturnInput = returnInput.extend({
  lines: z
    .array(z.strictObject({ variantId: idSchema('variant'), restocked: units, writtenOff: units }))
    .min(1)
    .max(linesMax)
    .refine(isOncePerVariant, 'each variant at most once'),
  note: noteSchema.default(''),
})

import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { locales } from '../locale.ts'
import { noteSchema, reasonSchema } from '../text.ts'
import { returnReasons, returnStatuses } from './return-reasons.ts'

const linesMax = 100
const unitsMax = 999
const reasonMin = 3

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

/** The same by an operator, who decided on this version of the order: a parcel that was lost may be found meanwhile. */
export const requestReturnAsOperatorInput = requestReturnInput.extend({ seenVersion: z.int().min(1) })

export const returnInput = z.strictObject({ returnId: idSchema('return') })

/** In whose language the goods are named. */
export const getReturnInput = returnInput.extend({ locale: z.enum(locales) })

export const listReturnsInput = z.strictObject({
  status: z.enum(returnStatuses).optional(),
  cursor: idSchema('return').optional(),
})

/**
 * `withoutGoods`: nothing comes back, so nothing is picked up and the goods are written off; that needs a reason. `seenVersion` is
 * the order's as it was decided on, `approvalId` the client's for the request that a second pair of eyes is asked with.
 */
export const acceptReturnInput = returnInput
  .extend({
    approvalId: idSchema('approval'),
    seenVersion: z.int().min(1),
    withoutGoods: z.boolean(),
    reason: noteSchema.default(''),
  })
  .refine(({ withoutGoods, reason }) => !withoutGoods || reason.length >= reasonMin, { path: ['reason'] })
export type AcceptReturn = z.output<typeof acceptReturnInput>

/** What a request for a second pair of eyes keeps of it. */
export const approvedReturnSchema = returnInput.extend({ seenVersion: z.int(), reason: z.string() })

export const rejectReturnInput = returnInput.extend({ reason: reasonSchema })

const units = z.int().min(0).max(unitsMax)

/** What came back: every unit is for sale again or written off. */
const receivedLines = z
  .array(z.strictObject({ variantId: idSchema('variant'), restocked: units, writtenOff: units }))
  .min(1)
  .max(linesMax)
  .refine(isOncePerVariant, 'each variant at most once')

/** `approvalId` is the client's for the request that a second pair of eyes is asked with; that needs a note. */
export const receiveReturnInput = returnInput.extend({
  approvalId: idSchema('approval'),
  lines: receivedLines,
  note: noteSchema.default(''),
})
export type ReceiveReturn = z.output<typeof receiveReturnInput>

/** What is kept of it until somebody else has decided. */
export const askedReceiptSchema = z.strictObject({ returnId: idSchema('return'), lines: receivedLines })

import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { noteSchema, reasonSchema } from '../text.ts'
import { orderInput } from './inputs.ts'

const manyMax = 100

/** `seenVersion` is the version of the order that the operator decided on: where it has moved since, they look again first. */
export const seenOrderInput = orderInput.extend({ seenVersion: z.int().min(1) })

export const confirmManyInput = z.strictObject({ orders: z.array(seenOrderInput).min(1).max(manyMax) })

/** What stopped in these orders is tried again, or turned round; one reason for all, kept with each. */
export const repairManyInput = z.strictObject({
  orderIds: z.array(idSchema('order')).min(1).max(manyMax),
  reason: reasonSchema,
})

/** `reason` is for the shop's own books, `note` for the shopper. The id is the client's, so that a repeated request asks once. */
export const cancelAsOperatorInput = seenOrderInput.extend({
  cancellationId: idSchema('cancellation'),
  reason: reasonSchema,
  note: noteSchema.default(''),
})

/** The requests whose outcomes are asked for. */
export const cancellationsInput = z.strictObject({
  cancellationIds: z.array(idSchema('cancellation')).min(1).max(manyMax),
})

/** One reason for all; each with an id of its own, so that a repeated request asks once for each. */
export const cancelManyInput = z.strictObject({
  orders: z
    .array(seenOrderInput.extend({ cancellationId: idSchema('cancellation') }))
    .min(1)
    .max(manyMax),
  reason: reasonSchema,
  note: noteSchema.default(''),
})

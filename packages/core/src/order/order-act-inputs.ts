import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { line, noteSchema, reasonSchema } from '../text.ts'
import { orderInput } from './inputs.ts'
import { seenOrderInput } from './operator-inputs.ts'

const linesMax = 100
/** Why an act was done is asked in words, not in a letter. */
export const actReasonSchema = reasonSchema.min(3)

/** A part of the money goes back. The id is the client's, so that a repeated request asks once. `lines` say what it is for. */
export const refundPartSchema = orderInput.extend({
  refundRequestId: idSchema('refundRequest'),
  amountMinor: z.string().regex(/^[1-9]\d{0,14}$/),
  lines: z
    .array(z.strictObject({ variantId: idSchema('variant'), quantity: z.int().min(1).max(999) }))
    .max(linesMax)
    .default([]),
  reason: actReasonSchema,
})
export type RefundOrder = z.output<typeof refundPartSchema>

/** `seenLeftMinor` is what was left to give back when the operator decided on the amount; the order may have moved on by itself. */
export const refundOrderInput = refundPartSchema.extend({ seenLeftMinor: z.string().regex(/^\d{1,15}$/) })

export const handOverInput = seenOrderInput.extend({ reason: actReasonSchema })

const address = z.strictObject({
  recipient: line(60).min(1),
  phone: line(20).min(8),
  postcode: line(10).min(3),
  address1: line(200).min(1),
  address2: line(200),
  deliveryNote: noteSchema.max(100),
})
export type CorrectedAddress = z.output<typeof address>

/** `seen` is the address that was corrected: where it is another by now, somebody else was faster. */
export const correctAddressInput = orderInput.extend({ seen: address, address, reason: actReasonSchema })

/** The id is the client's, so that a repeated request pauses once. */
export const pauseOrderInput = orderInput.extend({ pauseId: idSchema('pause'), reason: actReasonSchema })

/** `pauseId` is the pause that was seen: a later one of somebody else is not ended with it. */
export const resumeOrderInput = orderInput.extend({ pauseId: idSchema('pause') })

export const addNoteInput = orderInput.extend({ noteId: idSchema('note'), text: noteSchema.min(1) })
export const earlierTextsInput = z.strictObject({ noteId: idSchema('note') })

/** `seen` is the text that was edited. */
export const editNoteInput = z.strictObject({
  noteId: idSchema('note'),
  seen: z.string().max(500),
  text: noteSchema.min(1),
})

export const presenceInput = orderInput

/** The id is that of the new message. */
export const resendMessageInput = z.strictObject({
  notificationId: idSchema('notification'),
  newNotificationId: idSchema('notification'),
  reason: actReasonSchema,
})

import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { shipmentViewSchema } from '../shipment/views.ts'
import { returnStatuses } from './return-reasons.ts'

export const returnLineViewSchema = z.object({
  variantId: z.string(),
  name: z.string(),
  option: z.string(),
  quantity: z.int(),
  refund: wireMoneySchema,
})

/** A return as the shopper sees it. */
export const returnViewSchema = z.object({
  id: z.string(),
  status: z.enum(returnStatuses),
  /** One of core's return reasons; an older one may have another. */
  reason: z.string(),
  note: z.string(),
  /** What the shop wrote with its decision. */
  decisionReason: z.string().nullable(),
  withoutGoods: z.boolean(),
  refund: wireMoneySchema,
  lines: z.array(returnLineViewSchema),
  /** The parcel that fetches the goods. */
  pickUp: shipmentViewSchema.nullable(),
  requestedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  pickedUpAt: z.iso.datetime().nullable(),
  receivedAt: z.iso.datetime().nullable(),
  refundedAt: z.iso.datetime().nullable(),
})
export type ReturnView = z.infer<typeof returnViewSchema>

import { z } from 'zod'

export const shipmentStatuses = [
  'REGISTERED',
  'HANDED_OVER',
  'IN_TRANSIT',
  'DELIVERED',
  'LOST',
  'REFUSED',
  'RETURNED',
  'CANCELLED',
] as const

/** A parcel, to the shopper or back from them, with where to follow it. */
export const shipmentViewSchema = z.object({
  carrier: z.string(),
  trackingNo: z.string(),
  trackingUrl: z.string(),
  status: z.enum(shipmentStatuses),
  registeredAt: z.iso.datetime(),
  handedOverAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
})
export type ShipmentView = z.infer<typeof shipmentViewSchema>

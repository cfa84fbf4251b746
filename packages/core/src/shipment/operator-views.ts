import { z } from 'zod'
import { orderStatuses } from '../order/order-states.ts'
import { shipmentStatuses, shipmentViewSchema } from './views.ts'

export const listShipmentsInput = z.strictObject({
  status: z.enum(shipmentStatuses).default('REGISTERED'),
  cursor: z.string().max(100).optional(),
})
export type ListShipments = z.output<typeof listShipmentsInput>

export const shipmentRowSchema = shipmentViewSchema.extend({
  id: z.string(),
  /** To the shopper, or back from them. */
  kind: z.enum(['DELIVERY', 'PICK_UP']),
  /** True where it has been in this state for longer than it should. */
  late: z.boolean(),
  order: z.object({ id: z.string(), number: z.string(), status: z.enum(orderStatuses), recipient: z.string() }),
})
export const shipmentPageSchema = z.object({
  shipments: z.array(shipmentRowSchema),
  nextCursor: z.string().nullable(),
  /** How many are in each state, up to one more than a board shows. */
  counts: z.record(z.enum(shipmentStatuses), z.int()),
  /** From when on a parcel that was not handed over is late. */
  lateAfterHours: z.number(),
})
export type ShipmentPage = z.infer<typeof shipmentPageSchema>

/** So long may a parcel be on its way before somebody should ask the carrier. */
export const onTheWayDaysMax = 5

import type { ParcelKind, ShipmentStatus } from '@makegood/core/ports/carrier'
import { z } from 'zod'
import { parcelKind, shipmentStatus } from './carrier-answers.ts'

export type CarrierEvent = {
  /** The carrier's id of the event: a second delivery has the same one. */
  readonly id: string
  readonly type: string
  /** When it happened; events may arrive in another order. */
  readonly createdAt: Date
  readonly shipmentRef: string
  readonly key: string
  readonly orderId: string
  readonly trackingNo: string
  readonly kind: ParcelKind
  readonly status: ShipmentStatus
}

const statusOfType: Readonly<Record<string, ShipmentStatus>> = {
  'shipment.handed_over': 'handed-over',
  'shipment.in_transit': 'in-transit',
  'shipment.delivered': 'delivered',
  'shipment.lost': 'lost',
  'shipment.refused': 'refused',
  'shipment.returned': 'returned',
  'shipment.cancelled': 'cancelled',
}

const text = z.string().min(1)

const shipmentEvent = z.object({
  id: text,
  type: text,
  createdAt: z.iso.datetime().transform(at => new Date(at)),
  data: z.object({
    shipmentRef: text,
    key: text,
    orderId: text,
    trackingNo: text,
    kind: parcelKind,
    status: shipmentStatus,
  }),
})

/** Reads a checked event into the shop's own form; null where it is of a type the shop does not know, or contradicts itself. */
export const readCarrierEvent = (input: unknown): CarrierEvent | null => {
  const read = shipmentEvent.safeParse(input)
  if (!read.success) return null
  const { data, ...base } = read.data
  if (!Object.hasOwn(statusOfType, base.type) || statusOfType[base.type] !== data.status) return null
  return { ...base, ...data }
}

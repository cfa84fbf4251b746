import type { ShipmentStatus as CarrierStatus } from '@makegood/core/ports/carrier'
import type { ShipmentStatus } from './settle-shipment.ts'

/**
 * How far along a parcel is: what is not further than it is already came late and changes nothing. What was lost may be
 * found.
 */
const places: Readonly<Record<ShipmentStatus, number>> = {
  REGISTERED: 0,
  CANCELLED: 0,
  HANDED_OVER: 1,
  IN_TRANSIT: 2,
  REFUSED: 3,
  LOST: 4,
  DELIVERED: 5,
  RETURNED: 5,
}

export const shipmentStatusOf: Readonly<Record<CarrierStatus, ShipmentStatus>> = {
  registered: 'REGISTERED',
  'handed-over': 'HANDED_OVER',
  'in-transit': 'IN_TRANSIT',
  delivered: 'DELIVERED',
  lost: 'LOST',
  refused: 'REFUSED',
  returned: 'RETURNED',
  cancelled: 'CANCELLED',
}

/** Whether what is told of a parcel goes beyond what is known of it. */
export const isFurther = (to: ShipmentStatus, from: ShipmentStatus): boolean => places[to] > places[from]

/** The state of which a carrier's event of this type tells; null where it is none of a carrier's. */
export const statusOfEvent = (type: string): ShipmentStatus | null => {
  const told = type.match(/^shipment\.(.+)$/)?.[1]?.replace('_', '-')
  return told && Object.hasOwn(shipmentStatusOf, told) ? shipmentStatusOf[told as CarrierStatus] : null
}

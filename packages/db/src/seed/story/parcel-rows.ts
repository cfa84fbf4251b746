import type { Prisma } from '../../generated/prisma/client.ts'
import type { StoryOrder } from './plan-story.ts'
import { hasParcel, isReturned, lastMoveAt, movedAt } from './read-story-order.ts'
import { parcelIdOf, parcelKeyOf, pickUpIdOf, pickUpKeyOf, pickUpRefOf, returnIdOf, trackingNoOf } from './story-ids.ts'

const carrier = 'Seam Express'

const statusOf = ({ status, trouble }: StoryOrder): string => {
  if (trouble === 'lost') return 'LOST'
  if (trouble === 'refused') return 'REFUSED'
  return { PREPARING: 'REGISTERED', SHIPPING: 'IN_TRANSIT', CANCELLED: 'CANCELLED' }[status as string] ?? 'DELIVERED'
}

/** An order's parcel, and the one that brings goods back; `carrierUrl` is where the carrier shows where a parcel is. */
export const toShipments = (order: StoryOrder, carrierUrl: string): Prisma.ShipmentCreateManyInput[] => {
  if (!hasParcel(order)) return []
  const [id, back] = [parcelIdOf(order), pickUpIdOf(order)]
  const parcel = (trackingNo: string) => ({
    orderId: order.id,
    carrier,
    trackingNo,
    trackingUrl: `${carrierUrl}/carrier/track/${trackingNo}`,
  })
  const status = statusOf(order)
  const acceptedAt = movedAt(order, 'return-accepted')
  return [
    {
      ...parcel(trackingNoOf(id)),
      id,
      kind: 'DELIVERY',
      status,
      key: parcelKeyOf(order),
      shipmentRef: order.shipmentRef,
      registeredAt: movedAt(order, 'shipment-registered') ?? order.placedAt,
      handedOverAt: movedAt(order, 'handed-over'),
      endedAt: ['DELIVERED', 'LOST', 'CANCELLED'].includes(status)
        ? (movedAt(order, 'delivered') ?? lastMoveAt(order))
        : null,
    },
    ...(isReturned(order) && acceptedAt
      ? [
          {
            ...parcel(trackingNoOf(back)),
            id: back,
            kind: 'PICK_UP',
            returnId: returnIdOf(order),
            status: order.status === 'REFUNDED' ? 'DELIVERED' : 'REGISTERED',
            key: pickUpKeyOf(order),
            shipmentRef: pickUpRefOf(order),
            registeredAt: acceptedAt,
            endedAt: movedAt(order, 'refunded'),
          },
        ]
      : []),
  ]
}

import type { StoryOrder } from './plan-story.ts'
import { givenBackMinor, hasParcel, isGivenBack, isPaid, isReturned, movedAt } from './read-story-order.ts'
import {
  chargeKeyOf,
  parcelIdOf,
  parcelKeyOf,
  pickUpIdOf,
  pickUpKeyOf,
  pickUpRefOf,
  refundRefOf,
  trackingNoOf,
} from './story-ids.ts'

/** What the gateway and the carrier have seen of the story; JSON. */
export type OutsidePast = {
  readonly charges: readonly {
    readonly ref: string
    readonly key: string
    readonly orderId: string
    readonly paymentId: string
    readonly amount: number
    readonly currency: 'krw'
    readonly at: string
    readonly refund: { readonly ref: string; readonly amount: number } | null
  }[]
  readonly parcels: readonly {
    readonly ref: string
    readonly key: string
    readonly orderId: string
    readonly trackingNo: string
    readonly kind: 'delivery' | 'pick-up'
    readonly status: 'registered' | 'in-transit' | 'delivered' | 'lost' | 'returned' | 'cancelled'
    readonly at: string
  }[]
}

/**
 * What was charged, refunded and carried, to the shopper and back; a parcel that is still under way too, so that it can be
 * taken back or moved on.
 */
export const outsidePast = (orders: readonly StoryOrder[]): OutsidePast => ({
  charges: orders
    .filter(order => isPaid(order) || order.trouble === 'undo-charge' || order.trouble === 'late-charge')
    .map(order => ({
      ref: order.chargeRef,
      key: chargeKeyOf(order),
      orderId: order.id,
      paymentId: order.paymentId,
      amount: Number(order.totalMinor),
      currency: 'krw',
      at: (movedAt(order, 'payment-opened') ?? order.placedAt).toISOString(),
      refund:
        isGivenBack(order) && order.trouble === null
          ? { ref: refundRefOf(order), amount: Number(givenBackMinor(order)) }
          : null,
    })),
  parcels: orders.flatMap(order => {
    if (!hasParcel(order)) return []
    const at = movedAt(order, 'shipment-registered') ?? order.placedAt
    return [
      ...pickUpsOf(order),
      {
        ref: order.shipmentRef,
        key: parcelKeyOf(order),
        orderId: order.id,
        trackingNo: trackingNoOf(parcelIdOf(order)),
        kind: 'delivery',
        status: parcelStatusOf(order),
        at: at.toISOString(),
      },
    ]
  }),
})

const pickUpsOf = (order: StoryOrder): OutsidePast['parcels'] => {
  const acceptedAt = movedAt(order, 'return-accepted')
  if (!isReturned(order) || !acceptedAt) return []
  return [
    {
      ref: pickUpRefOf(order),
      key: pickUpKeyOf(order),
      orderId: order.id,
      trackingNo: trackingNoOf(pickUpIdOf(order)),
      kind: 'pick-up',
      status: order.status === 'REFUNDED' ? 'delivered' : 'registered',
      at: acceptedAt.toISOString(),
    },
  ]
}

const parcelStatusOf = ({ status, trouble }: StoryOrder): OutsidePast['parcels'][number]['status'] => {
  if (trouble === 'lost') return 'lost'
  if (trouble === 'refused') return 'returned'
  if (trouble === 'poison-event') return 'delivered'
  if (status === 'PREPARING') return 'registered'
  if (status === 'SHIPPING') return 'in-transit'
  return status === 'CANCELLED' ? 'cancelled' : 'delivered'
}

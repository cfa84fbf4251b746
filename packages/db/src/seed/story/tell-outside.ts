import type { StoryOrder } from './plan-story.ts'
import { givenBackMinor, hasParcel, isGivenBack, isPaid, movedAt } from './read-story-order.ts'
import { chargeKeyOf, parcelIdOf, parcelKeyOf, refundRefOf, trackingNoOf } from './story-ids.ts'

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
    readonly status: 'delivered' | 'lost' | 'returned' | 'cancelled'
    readonly at: string
  }[]
}

/** What was charged, refunded and carried. A parcel that is still under way is not told of: the sandbox would drive it home. */
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
    const status = parcelStatusOf(order)
    if (!hasParcel(order) || !status) return []
    const id = parcelIdOf(order)
    const at = movedAt(order, 'shipment-registered') ?? order.placedAt
    return [
      {
        ref: order.shipmentRef,
        key: parcelKeyOf(order),
        orderId: order.id,
        trackingNo: trackingNoOf(id),
        status,
        at: at.toISOString(),
      },
    ]
  }),
})

const parcelStatusOf = ({ status, trouble }: StoryOrder) => {
  if (trouble === 'lost') return 'lost'
  if (trouble === 'refused') return 'returned'
  if (trouble === 'poison-event') return 'delivered'
  if (status === 'PREPARING' || status === 'SHIPPING') return null
  return status === 'CANCELLED' ? 'cancelled' : 'delivered'
}

import { type Consequences, messageOf, noConsequences } from '../console/consequences.ts'
import type { WireMoney } from '../money/wire-money.ts'
import type { OrderStatus } from '../order/order-states.ts'
import type { Foreseen } from './foresee-steps.ts'

/** A message from outside that could not be handled, with what it is about as it is now. */
export type KeptEvent = {
  readonly provider: string
  readonly type: string
  readonly orderStatus: OrderStatus | null
  /** The parcel it tells of: whether it is a delivery, and whether it has not come so far yet; null where it is of none. */
  readonly parcel: { readonly delivery: boolean; readonly ahead: boolean } | null
  /** The payment it tells of; `open` while its attempt is under way. */
  readonly payment: { readonly card: WireMoney; readonly open: boolean } | null
}

type Foresee = (event: KeptEvent) => Foreseen

const nothing: Foreseen = { consequences: noConsequences, perhaps: noConsequences }

/** A parcel on its way takes its order along, and its shopper hears of each of both. */
const withParcel =
  (arrives: boolean): Foresee =>
  ({ parcel, orderStatus }) => {
    if (!parcel?.delivery || !parcel.ahead) return nothing
    const leaves = orderStatus === 'PREPARING'
    const delivered = arrives && (leaves || orderStatus === 'SHIPPING')
    return {
      ...nothing,
      consequences: {
        ...noConsequences,
        states: [...(leaves ? (['SHIPPING'] as const) : []), ...(delivered ? (['DELIVERED'] as const) : [])],
        messages: [
          ...(leaves ? [messageOf('shipping/dispatched')] : []),
          ...(delivered ? [messageOf('shipping/delivered')] : []),
        ],
      },
    }
  }

const perhaps = (effects: Partial<Consequences>): Foreseen => ({
  ...nothing,
  perhaps: { ...noConsequences, ...effects },
})

/** The gateway itself is asked: a payment under way goes on, one that was given up is taken up again or goes back. */
const withCharge: Foresee = ({ payment }) => {
  if (!payment) return nothing
  const { card: amount, open } = payment
  return open
    ? perhaps({
        money: [{ what: 'taken-from-card', amount }],
        states: ['PAID', 'CONFIRMED'],
        messages: [messageOf('order/confirmed')],
      })
    : perhaps({
        money: [{ what: 'back-to-card', amount }],
        messages: [messageOf('payment/refunded'), messageOf('order/taken.up')],
      })
}

/** The gateway has not got the money: a payment under way ends, and what it began is undone. */
const withoutCharge: Foresee = ({ payment }) => (payment?.open ? perhaps({ states: ['STOCK_RESERVED'] }) : nothing)

/** Every message that the shop acts on, by who sends it and its type; a test holds the carrier's against what the shop reads. */
export const eventEffects: Readonly<Record<string, Readonly<Record<string, Foresee>>>> = {
  carrier: {
    'shipment.handed_over': withParcel(false),
    'shipment.in_transit': withParcel(false),
    'shipment.delivered': withParcel(true),
    // These put an incident in front of a person, and move no more than an order that had not left yet.
    'shipment.lost': withParcel(false),
    'shipment.refused': withParcel(false),
    'shipment.returned': withParcel(false),
    'shipment.cancelled': () => nothing,
  },
  payment: {
    'payment_intent.succeeded': withCharge,
    'payment_intent.payment_failed': withoutCharge,
    'payment_intent.canceled': withoutCharge,
    'charge.dispute.created': () => nothing,
    'refund.failed': () => nothing,
  },
}

/** What handling a kept message would do to its order, and what the shopper would be told. */
export const foreseeEvent = (event: KeptEvent): Foreseen =>
  eventEffects[event.provider]?.[event.type]?.(event) ?? nothing

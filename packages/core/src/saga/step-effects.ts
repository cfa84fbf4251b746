import type { Consequences } from '../console/consequences.ts'
import type { ToldEvent } from '../messages/message-plan.ts'
import type { OrderStatus } from '../order/order-states.ts'

export type StepEffect = {
  readonly money?: Consequences['money'][number]['what']
  readonly stock?: Consequences['stock'][number]['what']
  readonly coupon?: Consequences['coupons'][number]
  readonly parcel?: Consequences['parcels'][number]
  /** Where it brings the order. */
  readonly state?: OrderStatus
  /** What the shopper will be told of, by the event that the step writes. */
  readonly tells?: ToldEvent
  /** True where the step itself finds out whether it comes to this. */
  readonly findsOut?: true
}

/** What decides about a step's effects besides the step itself, as it is before the step is taken. */
export type StepFacts = {
  /** Whether the order has a coupon. */
  readonly coupon: boolean
  /** Whether the carrier has a parcel of it, or may have. */
  readonly parcel: boolean
  /** What becomes of the order when its payment is undone; null where it is another payment's by now. */
  readonly putBackTo: 'STOCK_RESERVED' | 'CANCELLED' | null
  /** Of a return: whether nothing comes back, and whether nothing is left of the order. */
  readonly withoutGoods: boolean
  readonly whole: boolean
  /** Of a refund: whether it is a part that an operator gives back, which has a mail of its own. */
  readonly part: boolean
}

type Effect = StepEffect | ((facts: StepFacts) => StepEffect)

const cancelled = { state: 'CANCELLED', tells: 'order/cancelled' } as const

/**
 * What each step does to the world, by the step's id, and its undo by `undo:<step>`. Every step of every saga is named, also
 * one that does nothing outside of the shop's books: a test holds the table against the sagas.
 */
export const stepEffects: Readonly<Record<string, Effect>> = {
  'reserve-stock': { stock: 'put-aside', state: 'STOCK_RESERVED' },
  'undo:reserve-stock': { stock: 'for-sale-again' },
  'cancel-unreserved-order': cancelled,

  'confirm-stock': { stock: 'sold' },
  'undo:confirm-stock': { stock: 'put-aside' },
  'redeem-coupon': ({ coupon }) => (coupon ? { coupon: 'coupon-used' } : {}),
  'undo:redeem-coupon': ({ coupon }) => (coupon ? { coupon: 'coupon-free-again' } : {}),
  'debit-wallet': { money: 'taken-from-wallet' },
  'undo:debit-wallet': { money: 'back-to-wallet' },
  'charge-card': { money: 'taken-from-card' },
  'undo:charge-card': { money: 'back-to-card' },
  'await-approval': { money: 'taken-from-card' },
  'mark-paid': { state: 'PAID' },
  'confirm-order': { state: 'CONFIRMED', parcel: 'registered', tells: 'order/confirmed' },
  // What is put back when its time is over, or was to be cancelled anyway, ends.
  'put-order-back': ({ putBackTo }) =>
    putBackTo === 'CANCELLED' ? { ...cancelled, stock: 'for-sale-again' } : putBackTo ? { state: putBackTo } : {},

  'await-packing': {},
  'register-shipment': { parcel: 'registered' },
  'undo:register-shipment': ({ parcel }) => (parcel ? { parcel: 'cancelled' } : {}),
  'mark-preparing': { state: 'PREPARING' },

  'cancel-shipment': ({ parcel }) => (parcel ? { parcel: 'cancelled' } : {}),
  'mark-cancelled': cancelled,
  'refund-card': ({ part }) => ({ money: 'back-to-card', ...(part ? { tells: 'refund/finished' } : {}) }),
  'refund-wallet': ({ part }) => ({ money: 'back-to-wallet', ...(part ? { tells: 'refund/finished' } : {}) }),
  'give-coupon-back': ({ coupon }) => (coupon ? { coupon: 'coupon-free-again' } : {}),
  'return-stock': { stock: 'for-sale-again' },
  'finish-cancellation': {},
  'refuse-cancellation': {},

  // The shopper hears of the acceptance once it is known who comes for the goods.
  'register-pick-up': { parcel: 'fetched', tells: 'return/accepted' },
  'await-goods': {},
  'plan-refund': {},
  'take-goods-back': ({ withoutGoods }) => ({ stock: withoutGoods ? 'written-off' : 'as-received' }),
  'finish-return': ({ whole }) => ({ tells: 'return/refunded', ...(whole ? { state: 'REFUNDED' } : {}) }),

  'check-late-charge': {},
  'take-order-up': { stock: 'put-aside', tells: 'order/taken.up', findsOut: true },
  'refund-late-charge': { money: 'back-to-card', tells: 'payment/refunded' },

  'charge-top-up': { money: 'taken-from-card' },
  'undo:charge-top-up': { money: 'back-to-card' },
  'await-top-up-approval': { money: 'taken-from-card' },
  'credit-wallet': { money: 'put-into-wallet' },
  'fail-top-up': {},
}

/** What one step will do with things as they are. */
export const effectOf = (stepId: string, facts: StepFacts): StepEffect => {
  const effect = stepEffects[stepId] ?? {}
  return typeof effect === 'function' ? effect(facts) : effect
}

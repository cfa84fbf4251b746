import type { Consequences } from '../console/consequences.ts'
import type { ToldEvent } from '../messages/message-plan.ts'

export type StepEffect = {
  readonly money?: Consequences['money'][number]['what']
  readonly stock?: Consequences['stock'][number]['what']
  readonly parcel?: Consequences['parcels'][number]
  /** What the shopper will be told of, by the event that the step writes. */
  readonly tells?: ToldEvent
}

/** What each step does to the world, by the step's id, and its undo by `undo:<step>`. What is not here does nothing outside. */
export const stepEffects: Readonly<Record<string, StepEffect>> = {
  'reserve-stock': { stock: 'put-aside' },
  'undo:reserve-stock': { stock: 'for-sale-again' },
  'cancel-unreserved-order': { tells: 'order/cancelled' },

  'confirm-stock': { stock: 'sold' },
  'undo:confirm-stock': { stock: 'put-aside' },
  'debit-wallet': { money: 'taken-from-wallet' },
  'undo:debit-wallet': { money: 'back-to-wallet' },
  'charge-card': { money: 'taken-from-card' },
  'undo:charge-card': { money: 'back-to-card' },
  'confirm-order': { tells: 'order/confirmed' },

  'register-shipment': { parcel: 'registered' },
  'undo:register-shipment': { parcel: 'cancelled' },

  'cancel-shipment': { parcel: 'cancelled' },
  'mark-cancelled': { tells: 'order/cancelled' },
  'refund-card': { money: 'back-to-card' },
  'refund-wallet': { money: 'back-to-wallet' },
  'return-stock': { stock: 'for-sale-again' },

  'register-pick-up': { parcel: 'fetched' },
  'take-goods-back': { stock: 'as-received' },
  'finish-return': { tells: 'return/refunded' },

  'take-order-up': { tells: 'order/taken.up' },
  'refund-late-charge': { money: 'back-to-card', tells: 'payment/refunded' },

  'charge-top-up': { money: 'taken-from-card' },
  'undo:charge-top-up': { money: 'back-to-card' },
  'credit-wallet': { money: 'put-into-wallet' },
}

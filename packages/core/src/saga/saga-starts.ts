import type { EventName } from '../events/catalogue.ts'

/** Which saga an event begins, and which of its ids the saga's own id is made from. */
export const sagaStarts = {
  'order/created': { saga: 'reserve-order', about: 'orderId' },
  'order/payment.requested': { saga: 'pay-order', about: 'paymentId' },
  'order/confirmed': { saga: 'fulfil-order', about: 'orderId' },
  'order/cancel.requested': { saga: 'cancel-order', about: 'cancellationId' },
  'return/accepted': { saga: 'return-order', about: 'returnId' },
  'refund/requested': { saga: 'refund-order', about: 'refundRequestId' },
  'payment/late': { saga: 'settle-late-payment', about: 'paymentId' },
  'wallet/top-up.requested': { saga: 'top-up-wallet', about: 'topUpId' },
} as const satisfies Partial<Record<EventName, { readonly saga: string; readonly about: string }>>

export type SagaName = (typeof sagaStarts)[keyof typeof sagaStarts]['saga']

export type SagaStart = { readonly id: string; readonly name: SagaName }

/**
 * The saga that an event with this payload begins, or null. Its row is written with the event, so that a saga whose start
 * got lost on the way is found and started all the same.
 */
export const findSagaStart = (name: EventName, payload: Readonly<Record<string, unknown>>): SagaStart | null => {
  const start = (sagaStarts as Partial<Record<EventName, { readonly saga: SagaName; readonly about: string }>>)[name]
  return start ? { id: sagaIdOf(start.saga, String(payload[start.about])), name: start.saga } : null
}

export const sagaIdOf = (saga: SagaName, about: string): string => `${saga}:${about}`

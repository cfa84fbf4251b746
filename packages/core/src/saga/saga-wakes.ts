import type { EventName } from '../events/catalogue.ts'
import { type SagaName, sagaIdOf } from './saga-starts.ts'

/** Which saga an event wakes, by which of its ids, and at which step that saga waits for it. */
export const sagaWakes = {
  'order/cancel.requested': { saga: 'fulfil-order', about: 'orderId', step: 'await-packing' },
  'payment/changed': { saga: 'pay-order', about: 'paymentId', step: 'await-approval' },
  'return/changed': { saga: 'return-order', about: 'returnId', step: 'await-goods' },
  'wallet/top-up.changed': { saga: 'top-up-wallet', about: 'topUpId', step: 'await-top-up-approval' },
} as const satisfies Partial<Record<EventName, SagaWaker>>

type SagaWaker = { readonly saga: SagaName; readonly about: string; readonly step: string }

export type SagaWake = { readonly id: string; readonly step: string }

/**
 * The saga that waits for an event with this payload, or null. Its lease is shortened with the event, so that a saga whose
 * run got lost does not go on waiting for what has happened.
 */
export const findSagaWake = (name: EventName, payload: Readonly<Record<string, unknown>>): SagaWake | null => {
  const wake = (sagaWakes as Partial<Record<EventName, SagaWaker>>)[name]
  return wake ? { id: sagaIdOf(wake.saga, String(payload[wake.about])), step: wake.step } : null
}

/** The steps at which a saga waits for somebody outside, and is not slow. */
export const sagaWaits: readonly string[] = Object.values(sagaWakes).map(({ step }) => step)

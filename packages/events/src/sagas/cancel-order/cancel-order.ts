import type { Deps } from '../../saga/deps.ts'
import { type Participant, stepsOf } from '../../saga/participant.ts'
import type { SagaDefinition } from '../../saga/saga-definition.ts'
import type { CancelOrderData } from './cancel-order-data.ts'
import { cancelShipmentStep } from './cancel-shipment.ts'
import { finishCancellationStep } from './finish-cancellation.ts'
import { markCancelledStep } from './mark-cancelled.ts'
import { refuseCancellationStep } from './refuse-cancellation.ts'

/**
 * Cancels an order and undoes what was done for it: parcel, then CANCELLED, then money, coupon and stock. Where the parcel
 * is on its way already the request is refused and the order goes on. One saga for each request.
 */
export const cancelOrder = (
  deps: Deps,
  participants: readonly Participant<never>[],
): SagaDefinition<CancelOrderData> => ({
  name: 'cancel-order',
  startedBy: 'order/cancel.requested',
  forward: [
    cancelShipmentStep(deps),
    markCancelledStep(deps.policy),
    ...stepsOf<CancelOrderData>(participants, 'cancel-order', 'undo-payment', deps),
    ...stepsOf<CancelOrderData>(participants, 'cancel-order', 'undo-processing', deps),
    finishCancellationStep,
  ],
  settle: refusal => [refuseCancellationStep(refusal)],
  stopsOnCancel: false,
  // A carrier that cannot be reached, or does not know the parcel, says neither yes nor no: a person decides, and the request stays open.
  holdsOn: refusal => refusal.reason === 'step-failed' || refusal.reason === 'unknown-shipment',
})

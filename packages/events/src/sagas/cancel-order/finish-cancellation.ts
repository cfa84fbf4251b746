import { sagaIdOf } from '@makegood/core/saga/saga-starts'
import { finishCancellation } from '@makegood/db/cancellation/settle-cancellation'
import { closePassed } from '@makegood/db/incident/close-passed'
import { turnRoundStopped } from '@makegood/db/saga/turn-round-stopped'
import type { SagaStep } from '../../saga/step-types.ts'
import type { CancelOrderData } from './cancel-order-data.ts'

/**
 * The request is carried out: everything that was owed is done. A delivery that waits for a person has nothing to deliver
 * any more: it turns round and takes back what it may have begun.
 */
export const finishCancellationStep: SagaStep<CancelOrderData> = {
  id: 'finish-cancellation',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { saga: { leaseSeconds }, data: { orderId, cancellationId } }) {
    await turnRoundStopped(tx, {
      sagaId: sagaIdOf('fulfil-order', orderId),
      refusal: { reason: 'cancel-requested', step: 'finish-cancellation' },
      leaseSeconds,
    })
    await finishCancellation(tx, cancellationId)
    await closePassed(tx, { orderId, kinds: ['shipping-late'] })
    return { outcome: 'done' }
  },
}

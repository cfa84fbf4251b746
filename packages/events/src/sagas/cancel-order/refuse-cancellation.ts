import { refuseCancellation } from '@makegood/db/cancellation/settle-cancellation'
import { takeUpFulfilment } from '@makegood/db/cancellation/take-up-fulfilment'
import { appendEvents } from '@makegood/db/outbox/append-events'
import { newEvent } from '@makegood/db/outbox/new-event'
import type { SagaRefusal } from '../../saga/saga-definition.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import type { CancelOrderData } from './cancel-order-data.ts'

/**
 * The request cannot be carried out: it is closed with the reason, whoever asked is told, and the order goes on. A delivery
 * that had stopped for the request is taken up again.
 */
export const refuseCancellationStep = (refusal: SagaRefusal): SagaStep<CancelOrderData> => ({
  id: 'refuse-cancellation',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { saga, data: { orderId, cancellationId } }) {
    const { reason } = refusal
    const refused = await refuseCancellation(tx, cancellationId, reason)
    if (refused) {
      await appendEvents(tx, saga.correlationId, [
        newEvent('order/cancel.refused', { orderId, cancellationId, reason }),
      ])
      await takeUpFulfilment(tx, orderId, saga.leaseSeconds)
    }
    return { outcome: 'done', result: { refused, reason } }
  },
})

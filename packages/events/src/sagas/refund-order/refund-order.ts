import type { Deps } from '../../saga/deps.ts'
import { type Participant, stepsOf } from '../../saga/participant.ts'
import type { SagaDefinition } from '../../saga/saga-definition.ts'
import type { RefundOrderData } from './refund-order-data.ts'

/**
 * Gives back what an operator has asked for: planned with the request, sent once by each leg. The request was the point of no
 * return: whatever cannot go on waits for a person. One saga for each request.
 */
export const refundOrder = (
  deps: Deps,
  participants: readonly Participant<never>[],
): SagaDefinition<RefundOrderData> => ({
  name: 'refund-order',
  startedBy: 'refund/requested',
  forward: stepsOf<RefundOrderData>(participants, 'refund-order', 'undo-payment', deps),
  settle: () => [],
  stopsOnCancel: false,
  holdsOn: () => true,
})

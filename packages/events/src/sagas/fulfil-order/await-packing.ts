import type { Deps } from '../../saga/deps.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import type { FulfilOrderData } from './fulfil-order.ts'

/**
 * Leaves a confirmed order its time before it is packed, so that its shopper can still change their mind: a request to
 * cancel it ends the wait, and the saga, at once.
 */
export const awaitPackingStep = ({ policy }: Deps): SagaStep<FulfilOrderData> => ({
  id: 'await-packing',
  kind: 'forward-only',
  reach: 'wait',
  wakeOn: 'order/cancel.requested',
  match: 'orderId',
  waitSeconds: policy.packingSeconds,
  look: async (_input, expired) => (expired ? { outcome: 'done' } : { outcome: 'waiting' }),
  record: async () => undefined,
})

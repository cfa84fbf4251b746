import { finishCancellation } from '@makegood/db/cancellation/settle-cancellation'
import type { SagaStep } from '../../saga/step-types.ts'
import type { CancelOrderData } from './cancel-order-data.ts'

/** The request is carried out: everything that was owed is done. */
export const finishCancellationStep: SagaStep<CancelOrderData> = {
  id: 'finish-cancellation',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { data }) {
    await finishCancellation(tx, data.cancellationId)
    return { outcome: 'done' }
  },
}

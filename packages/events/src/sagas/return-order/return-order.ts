import type { Deps } from '../../saga/deps.ts'
import { type Participant, stepsOf } from '../../saga/participant.ts'
import type { SagaDefinition } from '../../saga/saga-definition.ts'
import { awaitGoodsStep } from './await-goods.ts'
import { finishReturnStep } from './finish-return.ts'
import { planReturnRefundStep } from './plan-return-refund.ts'
import { registerPickUpStep } from './register-pick-up.ts'
import type { ReturnOrderData } from './return-order-data.ts'

/**
 * Takes the goods of an accepted return back and gives the money back. The acceptance was the point of no return: whatever
 * cannot go on waits for a person. One saga for each return.
 */
export const returnOrder = (
  deps: Deps,
  participants: readonly Participant<never>[],
): SagaDefinition<ReturnOrderData> => ({
  name: 'return-order',
  startedBy: 'return/accepted',
  forward: [
    registerPickUpStep(deps),
    awaitGoodsStep(deps),
    planReturnRefundStep,
    ...stepsOf<ReturnOrderData>(participants, 'return-order', 'undo-payment', deps),
    ...stepsOf<ReturnOrderData>(participants, 'return-order', 'undo-processing', deps),
    finishReturnStep,
  ],
  settle: () => [],
  stopsOnCancel: false,
  holdsOn: () => true,
})

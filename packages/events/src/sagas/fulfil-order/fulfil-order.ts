import type { Deps } from '../../saga/deps.ts'
import type { SagaDefinition } from '../../saga/saga-definition.ts'
import { awaitPackingStep } from './await-packing.ts'
import { markPreparingStep } from './mark-preparing.ts'
import { registerShipmentStep } from './register-shipment.ts'

export type FulfilOrderData = { readonly orderId: string }

/** What a person need not answer: the order was cancelled meanwhile. */
const answeredByItself = ['cancel-requested', 'order-moved-on']

/**
 * Brings a confirmed order to the carrier, after its time to be cancelled where policy leaves it one. A carrier that does not take the parcel, or cannot be reached, leaves the order
 * CONFIRMED and in front of an operator. What follows is told by the carrier's webhooks. One saga for each order.
 */
export const fulfilOrder = (deps: Deps): SagaDefinition<FulfilOrderData> => ({
  name: 'fulfil-order',
  startedBy: 'order/confirmed',
  forward: [
    ...(deps.policy.packingSeconds > 0 ? [awaitPackingStep(deps)] : []),
    registerShipmentStep(deps),
    markPreparingStep,
  ],
  settle: () => [],
  stopsOnCancel: true,
  holdsOn: refusal => !answeredByItself.includes(refusal.reason),
})

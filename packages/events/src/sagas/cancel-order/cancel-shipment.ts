import { sagaIdOf } from '@makegood/core/saga/saga-starts'
import type { Tx } from '@makegood/db/client'
import { turnRoundStopped } from '@makegood/db/saga/turn-round-stopped'
import { findRegistration } from '@makegood/db/shipment/find-registration'
import { keepParcel } from '@makegood/db/shipment/keep-parcel'
import { getDeliveryShipment, markDeliveryCancelled } from '@makegood/db/shipment/settle-shipment'
import type { Deps } from '../../saga/deps.ts'
import { callKey } from '../../saga/run-step.ts'
import type { SagaStep, StepInput } from '../../saga/step-types.ts'
import { prepareParcel, recordParcel } from '../../shipping/register-parcel.ts'
import { type LeftParcel, type ParcelToTake, takeParcelBack } from '../../shipping/take-parcel-back.ts'
import type { CancelOrderData } from './cancel-order-data.ts'

/**
 * Takes the parcel of an order back from the carrier, once, also one whose registration was never answered; refused where
 * the carrier has it in hand. An order that was only confirmed goes on with such a parcel.
 */
export const cancelShipmentStep = ({ carrier }: Deps): SagaStep<CancelOrderData> => ({
  id: 'cancel-shipment',
  kind: 'forward-only',
  reach: 'outside',
  skip: ({ fromStatus }) => fromStatus !== 'PREPARING' && fromStatus !== 'CONFIRMED',
  async prepare(tx, { data }) {
    const ready = await findParcel(tx, data.orderId)
    return ready ? { ready } : { settled: { outcome: 'done', result: { cancelled: false } } }
  },
  call: (ready, key) => takeParcelBack(carrier, ready as ParcelToTake, key),
  async record(tx, input, outcome) {
    if (outcome.outcome === 'done') await markDeliveryCancelled(tx, input.data.orderId)
    else if (input.data.fromStatus === 'CONFIRMED') await goOnWith(tx, input, outcome.result as LeftParcel)
  },
})

const findParcel = async (tx: Tx, orderId: string): Promise<ParcelToTake | null> => {
  const shipment = await getDeliveryShipment(tx, orderId)
  if (shipment) return { shipmentRef: shipment.shipmentRef }
  const registration = await findRegistration(tx, orderId)
  if (!registration) return null
  const { sagaId, stepId, reopened } = registration
  const { ready: request } = await prepareParcel(tx, orderId, 'delivery')
  return { registeredBy: callKey(sagaId, stepId, reopened), request }
}

/** The parcel has left: the order is in preparation with it, and the delivery that waited for a person is over. */
const goOnWith = async (
  tx: Tx,
  { saga, data: { orderId }, results }: StepInput<CancelOrderData>,
  { reason, parcel, registeredBy }: LeftParcel,
): Promise<void> => {
  if (reason !== 'already-handed-over') return
  await turnRoundStopped(tx, {
    sagaId: sagaIdOf('fulfil-order', orderId),
    refusal: { reason: 'order-moved-on', step: 'register-shipment' },
    leaseSeconds: saga.leaseSeconds,
  })
  if (parcel && registeredBy) {
    const registered = { outcome: 'done', result: parcel } as const
    await recordParcel(tx, { saga, data: { orderId }, results }, registered, { kind: 'DELIVERY', key: registeredBy })
  }
  await keepParcel(tx, orderId)
}

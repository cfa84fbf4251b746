import { getDeliveryShipment, markDeliveryCancelled } from '@makegood/db/shipment/settle-shipment'
import type { Deps } from '../../saga/deps.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import type { CancelOrderData } from './cancel-order-data.ts'

/** Takes the parcel of an order in preparation back from the carrier, once; refused where the carrier has it in hand. */
export const cancelShipmentStep = ({ carrier }: Deps): SagaStep<CancelOrderData> => ({
  id: 'cancel-shipment',
  kind: 'forward-only',
  reach: 'outside',
  skip: data => data.fromStatus !== 'PREPARING',
  async prepare(tx, { data }) {
    const shipment = await getDeliveryShipment(tx, data.orderId)
    if (!shipment) return { settled: { outcome: 'done', result: { cancelled: false } } }
    return { ready: shipment.shipmentRef }
  },
  async call(ready, key) {
    const answer = await carrier.cancel({ key, shipmentRef: String(ready) })
    if (answer.outcome === 'ok' || (answer.outcome === 'declined' && answer.reason === 'already-cancelled'))
      return { outcome: 'done', result: { cancelled: true } }
    if (answer.outcome === 'declined')
      return { outcome: 'refused', result: { reason: answer.reason, carrierCode: answer.carrierCode } }
    throw new Error(`the carrier's answer to the cancelling is ${answer.outcome}: ${answer.detail}`)
  },
  async record(tx, { data }, outcome) {
    if (outcome.outcome === 'done') await markDeliveryCancelled(tx, data.orderId)
  },
})

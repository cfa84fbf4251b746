import { inTransaction } from '@makegood/db/client'
import { getOrderState } from '@makegood/db/order/get-order-state'
import { isParcelKept, markShipmentCancelled } from '@makegood/db/shipment/settle-shipment'
import type { Deps } from '../../saga/deps.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import { callCarrier, cancelParcel, prepareParcel, recordParcel } from '../../shipping/register-parcel.ts'
import type { FulfilOrderData } from './fulfil-order.ts'

/**
 * Registers the order's parcel at the carrier, once; the undo takes back exactly that parcel. A parcel that was in the
 * carrier's hands before it could be taken back is the order's, which has gone on with it: then nothing is undone.
 */
export const registerShipmentStep = ({ db, carrier }: Deps): SagaStep<FulfilOrderData> => ({
  id: 'register-shipment',
  kind: 'undoable',
  reach: 'outside',
  async prepare(tx, { data }) {
    const order = await getOrderState(tx, data.orderId)
    if (order.status !== 'CONFIRMED')
      return { settled: { outcome: 'refused', result: { reason: 'order-moved-on', status: order.status } } }
    return await prepareParcel(tx, data.orderId, 'delivery')
  },
  call: (ready, key) => callCarrier(carrier, ready, key),
  record: (tx, input, outcome, key) => recordParcel(tx, input, outcome, { kind: 'DELIVERY', key }),
  async undo({ data }, key) {
    if (await isParcelKept(db, key)) return async () => undefined
    await cancelParcel(carrier, key, async () => {
      const { ready } = await inTransaction(db, tx => prepareParcel(tx, data.orderId, 'delivery'))
      return ready
    })
    return tx => markShipmentCancelled(tx, key)
  },
})

import type { Deps } from '../../saga/deps.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import { callCarrier, prepareParcel, recordParcel } from '../../shipping/register-parcel.ts'
import type { ReturnOrderData } from './return-order-data.ts'

/** Asks the carrier to fetch the goods at the shopper's, once. */
export const registerPickUpStep = ({ carrier }: Deps): SagaStep<ReturnOrderData> => ({
  id: 'register-pick-up',
  kind: 'forward-only',
  reach: 'outside',
  skip: data => data.withoutGoods,
  prepare: (tx, { data }) => prepareParcel(tx, data.orderId, 'pick-up'),
  call: (ready, key) => callCarrier(carrier, ready, key),
  record: (tx, input, outcome, key) => recordParcel(tx, input, outcome, { kind: 'PICK_UP', key }),
})

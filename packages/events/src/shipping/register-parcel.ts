import { newId } from '@makegood/core/ids'
import type { Carrier, Parcel, RegisterShipmentRequest } from '@makegood/core/ports/carrier'
import type { Tx } from '@makegood/db/client'
import { getParcel } from '@makegood/db/shipment/get-parcel'
import { recordShipment } from '@makegood/db/shipment/record-shipment'
import { toFailure } from '../saga/outside-away.ts'
import type { StepInput, StepOutcome } from '../saga/step-types.ts'

export type Registered = {
  readonly shipmentRef: string
  readonly trackingNo: string
  readonly carrier: string
  readonly trackingUrl: string
}

/** What the carrier is asked for an order's parcel, to the shopper or back from them. */
export const prepareParcel = async (
  tx: Tx,
  orderId: string,
  kind: Parcel['kind'],
): Promise<{ readonly ready: Omit<RegisterShipmentRequest, 'key'> }> => {
  const { items, note, ...address } = await getParcel(tx, orderId)
  // Where to leave a parcel says nothing of where to fetch one.
  return { ready: { orderId, parcel: { kind, ...address, note: kind === 'delivery' ? note : '' }, items } }
}

/** Registers the parcel once; an unknown answer is resolved by the same key. */
export const callCarrier = async (carrier: Carrier, ready: unknown, key: string): Promise<StepOutcome> => {
  const answer = await carrier.register({ ...(ready as Omit<RegisterShipmentRequest, 'key'>), key })
  switch (answer.outcome) {
    case 'ok': {
      const { shipmentRef, trackingNo, carrierName, trackingUrl } = answer
      return {
        outcome: 'done',
        result: { shipmentRef, trackingNo, carrier: carrierName, trackingUrl } satisfies Registered,
      }
    }
    case 'declined':
      return { outcome: 'refused', result: { reason: answer.reason, carrierCode: answer.carrierCode } }
    case 'retryable':
    case 'unknown':
      throw toFailure("the carrier's answer", answer)
  }
}

/** Records the parcel that the carrier has registered under this key. */
export const recordParcel = async (
  tx: Tx,
  { data }: StepInput<{ readonly orderId: string; readonly returnId?: string }>,
  outcome: StepOutcome,
  { kind, key }: { readonly kind: 'DELIVERY' | 'PICK_UP'; readonly key: string },
): Promise<void> => {
  if (outcome.outcome !== 'done') return
  const { orderId, returnId = null } = data
  const id = newId('shipment', new Date())
  await recordShipment(tx, { id, orderId, returnId, kind, key, ...(outcome.result as Registered) })
}

/**
 * Takes a parcel back from the carrier, whose key made it or may still make it. "Not found" right after a silence is no
 * proof: the carrier may still be at it. So a key that it has not seen is used up first, by the request itself: whatever
 * comes later under it gets that parcel, which is taken back. Does nothing where the carrier took none or it is back already.
 */
export const cancelParcel = async (carrier: Carrier, key: string, ready: () => Promise<unknown>): Promise<void> => {
  const shipmentRef = await findParcelToCancel(carrier, key, ready)
  if (shipmentRef === null) return
  const answer = await carrier.cancel({ key: `${key}:undo`, shipmentRef })
  if (answer.outcome === 'ok' || (answer.outcome === 'declined' && answer.reason === 'already-cancelled')) return
  throw toFailure("the carrier's answer to the cancelling", answer)
}

/** The parcel that this key has made at the carrier, or makes now; null where it made none or the carrier has it back. */
export const findParcelToCancel = async (
  carrier: Carrier,
  key: string,
  ready: () => Promise<unknown>,
): Promise<string | null> => {
  const found = await carrier.findByKey(key)
  if (found.outcome !== 'ok') throw toFailure('the carrier cannot say what became of the parcel', found)
  if (found.found) return found.status === 'cancelled' ? null : found.shipmentRef
  const registered = await callCarrier(carrier, await ready(), key)
  return registered.outcome === 'done' ? (registered.result as Registered).shipmentRef : null
}

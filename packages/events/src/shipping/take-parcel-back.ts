import type { Carrier } from '@makegood/core/ports/carrier'
import { toFailure } from '../saga/outside-away.ts'
import type { StepOutcome } from '../saga/step-types.ts'
import { callCarrier, findParcelToCancel, type Registered } from './register-parcel.ts'

/** A parcel that the shop knows; or the registration that may have made one, by its key, whose answer never came. */
export type ParcelToTake =
  | { readonly shipmentRef: string }
  | { readonly registeredBy: string; readonly request: unknown }

/** The carrier has it in hand. `parcel` where the shop learned of it only now, with the key that made it. */
export type LeftParcel = {
  readonly reason: string
  readonly parcel?: Registered
  readonly registeredBy?: string
}

/**
 * Takes a parcel back from the carrier, once for each key; refused where the carrier has it in hand. Of a registration that
 * was never answered the carrier is asked by that registration's own key.
 */
export const takeParcelBack = async (carrier: Carrier, parcel: ParcelToTake, key: string): Promise<StepOutcome> => {
  const shipmentRef =
    'shipmentRef' in parcel
      ? parcel.shipmentRef
      : await findParcelToCancel(carrier, parcel.registeredBy, async () => parcel.request)
  if (shipmentRef === null) return { outcome: 'done', result: { cancelled: false } }
  const answer = await carrier.cancel({ key, shipmentRef })
  if (answer.outcome === 'ok' || (answer.outcome === 'declined' && answer.reason === 'already-cancelled'))
    return { outcome: 'done', result: { cancelled: true } }
  if (answer.outcome !== 'declined') throw toFailure("the carrier's answer to the cancelling", answer)
  const { reason, carrierCode } = answer
  const left = reason === 'already-handed-over' && 'registeredBy' in parcel ? await learnOf(carrier, parcel) : {}
  return { outcome: 'refused', result: { reason, carrierCode, ...left } }
}

/** The same key gets the first answer, which tells what the shop never heard. */
const learnOf = async (
  carrier: Carrier,
  { registeredBy, request }: Extract<ParcelToTake, { registeredBy: string }>,
): Promise<Omit<LeftParcel, 'reason'>> => {
  const registered = await callCarrier(carrier, request, registeredBy)
  if (registered.outcome !== 'done') throw new Error(`the carrier has ${registeredBy} in hand and does not know it`)
  return { registeredBy, parcel: registered.result as Registered }
}

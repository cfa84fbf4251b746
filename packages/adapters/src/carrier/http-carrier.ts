import type {
  CancelShipmentAnswer,
  CancelShipmentRequest,
  Carrier,
  FindShipmentAnswer,
  RegisterShipmentAnswer,
  RegisterShipmentRequest,
  TrackShipmentAnswer,
} from '@makegood/core/ports/carrier'
import { askJson, type JsonAnswer } from '../outside/ask-json.ts'
import { type BreakerOptions, createGuard, defaultBreaker, type Result } from '../outside/create-guard.ts'
import { CarrierRefusal, readShipment, readShipments } from './carrier-answers.ts'
import { readCarrierTrouble, readLookupTrouble } from './read-carrier-trouble.ts'

export type HttpCarrierOptions = {
  /** Where the carrier's API begins; `/v1/shipments` is below it. */
  readonly apiUrl: string
  readonly apiKey: string
  /** How long one call may take in all; 5 seconds where nothing is said. */
  readonly timeoutMs?: number
  readonly breaker?: BreakerOptions
}

const defaultTimeoutMs = 5000

const registerReasons = {
  ADDRESS_NOT_SERVED: 'address-not-served',
  PARCEL_REFUSED: 'parcel-refused',
} as const

const cancelReasons = {
  ALREADY_HANDED_OVER: 'already-handed-over',
  ALREADY_CANCELLED: 'already-cancelled',
  SHIPMENT_NOT_FOUND: 'unknown-shipment',
} as const

type Declined<Reason> = { readonly outcome: 'declined'; readonly reason: Reason; readonly carrierCode: string }

/** Puts the carrier's refusal into the shop's words; what has no word of its own is trouble, or a defect of ours. */
const readRefusal =
  <Reason extends string>(reasons: Readonly<Record<string, Reason>>) =>
  (error: unknown): Result<Declined<Reason>> => {
    const isRefused = error instanceof CarrierRefusal && error.status >= 400 && error.status < 500
    const reason = isRefused && Object.hasOwn(reasons, error.code) ? reasons[error.code] : undefined
    if (!isRefused || reason === undefined) return { trouble: readCarrierTrouble(error) }
    return { answer: { outcome: 'declined', reason, carrierCode: error.code } }
  }

/** The carrier port over HTTP: one shipment per key, one cancellation per key, and never a guess about what a silence means. */
export const createHttpCarrier = (options: HttpCarrierOptions): Carrier => {
  const guard = createGuard('carrier', options.timeoutMs ?? defaultTimeoutMs, options.breaker ?? defaultBreaker)
  const shipmentsUrl = `${options.apiUrl.replace(/\/+$/, '')}/v1/shipments`
  const authorization = `Bearer ${options.apiKey}`

  const look = (path: string, signal: AbortSignal): Promise<JsonAnswer> =>
    askJson({ method: 'GET', url: `${shipmentsUrl}${path}`, headers: { authorization }, signal })
  const act = (path: string, key: string, body: unknown, signal: AbortSignal): Promise<JsonAnswer> =>
    askJson({
      method: 'POST',
      url: `${shipmentsUrl}${path}`,
      headers: { authorization, 'idempotency-key': key },
      body,
      signal,
    })

  const register = async ({ key, ...asked }: RegisterShipmentRequest): Promise<RegisterShipmentAnswer> =>
    await guard<RegisterShipmentAnswer>(async signal => {
      const { shipmentRef, trackingNo, carrierName, trackingUrl } = readShipment(await act('', key, asked, signal))
      return { outcome: 'ok', shipmentRef, trackingNo, carrierName, trackingUrl }
    }, readRefusal(registerReasons))

  const cancel = async ({ key, shipmentRef }: CancelShipmentRequest): Promise<CancelShipmentAnswer> =>
    await guard<CancelShipmentAnswer>(async signal => {
      readShipment(await act(`/${encodeURIComponent(shipmentRef)}/cancel`, key, undefined, signal))
      return { outcome: 'ok' }
    }, readRefusal(cancelReasons))

  const findByKey = async (key: string): Promise<FindShipmentAnswer> =>
    await guard<FindShipmentAnswer>(async signal => {
      const [found] = readShipments(await look(`?key=${encodeURIComponent(key)}`, signal))
      if (found === undefined) return { outcome: 'ok', found: false }
      const { shipmentRef, trackingNo, status } = found
      return { outcome: 'ok', found: true, shipmentRef, trackingNo, status }
    }, readLookupTrouble)

  const track = async (shipmentRef: string): Promise<TrackShipmentAnswer> =>
    await guard<TrackShipmentAnswer>(async signal => {
      const { status, events } = readShipment(await look(`/${encodeURIComponent(shipmentRef)}`, signal))
      return { outcome: 'ok', status, events }
    }, readLookupTrouble)

  return { register, cancel, findByKey, track }
}

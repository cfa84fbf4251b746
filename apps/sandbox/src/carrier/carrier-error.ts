/** The carrier's own codes for what it refuses. */
export type CarrierCode =
  | 'ADDRESS_NOT_SERVED'
  | 'PARCEL_REFUSED'
  | 'ALREADY_HANDED_OVER'
  | 'ALREADY_CANCELLED'
  | 'SHIPMENT_NOT_FOUND'
  | 'MOVE_MAKES_NO_SENSE'
  | 'IDEMPOTENCY_KEY_MISSING'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDEMPOTENCY_KEY_IN_USE'
  | 'INVALID_REQUEST'
  | 'UNAUTHORIZED'
  | 'CARRIER_FAILED'

/** What the carrier refuses; answered as `{ error: { code, message } }`. */
export class CarrierError extends Error {
  override readonly name = 'CarrierError'
  readonly status: number
  readonly code: CarrierCode
  constructor(status: number, code: CarrierCode, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const carrierErrorBody = (error: CarrierError): string =>
  JSON.stringify({ error: { code: error.code, message: error.message } })

export const shipmentNotFound = (ref: string): CarrierError =>
  new CarrierError(404, 'SHIPMENT_NOT_FOUND', `There is no shipment ${ref}.`)

export const carrierFailed = (): CarrierError =>
  new CarrierError(500, 'CARRIER_FAILED', 'The carrier failed. The sandbox was told to fail here.')

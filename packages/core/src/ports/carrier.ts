/**
 * What the shop asks of a carrier. Every call that changes something carries an idempotency key made by the caller: the
 * same key sent again has no second effect and gets the first answer. Expected outcomes are values, never exceptions.
 */
export type Carrier = {
  /** Registers one parcel per key. `unknown` means it may have happened: ask `findByKey` or send the same key again. */
  register(request: RegisterShipmentRequest): Promise<RegisterShipmentAnswer>
  /** Takes a parcel back that nobody has picked up yet, once per key. `unknown` as with register. */
  cancel(request: CancelShipmentRequest): Promise<CancelShipmentAnswer>
  /** What became of the parcel with this key; `ok` with `found: false` where the carrier has never seen it. */
  findByKey(key: string): Promise<FindShipmentAnswer>
  /** Where a parcel is, and all that has happened to it, oldest first. A reference the carrier never gave out is a defect of ours and throws. */
  track(shipmentRef: string): Promise<TrackShipmentAnswer>
}

/** A `delivery` goes from the shop to the recipient; a `pick-up` is fetched at that address and goes to the shop. */
export type ParcelKind = 'delivery' | 'pick-up'

/**
 * `handed-over`: the carrier has picked it up. `delivered`: at the recipient, or, a pick-up, at the shop. `refused`: the
 * recipient did not take it, it is on its way back. `returned`: back at the shop.
 */
export type ShipmentStatus =
  | 'registered'
  | 'handed-over'
  | 'in-transit'
  | 'delivered'
  | 'lost'
  | 'refused'
  | 'returned'
  | 'cancelled'

export type Parcel = {
  readonly kind: ParcelKind
  readonly recipient: string
  readonly phone: string
  readonly postcode: string
  readonly address1: string
  readonly address2: string
  readonly country: string
  /** What the driver shall know, such as where to leave it; may be empty. */
  readonly note: string
}

export type RegisterShipmentRequest = {
  readonly key: string
  readonly orderId: string
  readonly parcel: Parcel
  /** How many pieces of goods are in it. */
  readonly items: number
}

export type CancelShipmentRequest = { readonly key: string; readonly shipmentRef: string }

/**
 * `retryable` speaks of this call only: it did nothing. After an earlier `unknown` with the same key a shipment may exist
 * all the same, so ask `findByKey` before undoing or giving up.
 */
export type CarrierTrouble =
  | { readonly outcome: 'retryable'; readonly detail: string }
  | { readonly outcome: 'unknown'; readonly detail: string }

export type RegisterShipmentAnswer =
  | {
      readonly outcome: 'ok'
      readonly shipmentRef: string
      readonly trackingNo: string
      readonly carrierName: string
      /** Where the shopper follows the parcel. */
      readonly trackingUrl: string
    }
  | {
      readonly outcome: 'declined'
      /** In the shop's own words; `carrierCode` keeps the original for operators. */
      readonly reason: 'address-not-served' | 'parcel-refused'
      readonly carrierCode: string
    }
  | CarrierTrouble

export type CancelShipmentAnswer =
  | { readonly outcome: 'ok' }
  | {
      readonly outcome: 'declined'
      readonly reason: 'already-handed-over' | 'already-cancelled' | 'unknown-shipment'
      readonly carrierCode: string
    }
  | CarrierTrouble

export type FindShipmentAnswer =
  | { readonly outcome: 'ok'; readonly found: false }
  | {
      readonly outcome: 'ok'
      readonly found: true
      readonly shipmentRef: string
      readonly trackingNo: string
      readonly status: ShipmentStatus
    }
  | CarrierTrouble

export type ShipmentEvent = { readonly status: ShipmentStatus; readonly at: Date }

export type TrackShipmentAnswer =
  | { readonly outcome: 'ok'; readonly status: ShipmentStatus; readonly events: readonly ShipmentEvent[] }
  | CarrierTrouble

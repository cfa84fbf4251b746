import { randomInt } from 'node:crypto'
import type { ParcelKind, ShipmentStatus } from './shipment-moves.ts'

export const carrierName = 'Seam Express'

export type Shipment = {
  readonly ref: string
  readonly key: string
  readonly orderId: string
  readonly trackingNo: string
  readonly kind: ParcelKind
  readonly status: ShipmentStatus
}

export type ShipmentStep = { readonly status: ShipmentStatus; readonly at: string }

/** Columns of `shipment` as a `Shipment`. */
export const shipmentColumns = 'ref, key, order_id as "orderId", tracking_no as "trackingNo", kind, status'

/** Twelve digits, as carriers print them under the bars. */
export const makeTrackingNo = (): string => String(randomInt(100_000_000_000, 1_000_000_000_000))

export const trackingPath = (trackingNo: string): string => `/carrier/track/${trackingNo}`

/** The shipment as the API answers with it. */
export const shipmentBody = (shipment: Shipment, steps: readonly ShipmentStep[], publicUrl: string): string =>
  JSON.stringify({
    shipmentRef: shipment.ref,
    key: shipment.key,
    orderId: shipment.orderId,
    trackingNo: shipment.trackingNo,
    trackingUrl: `${publicUrl}${trackingPath(shipment.trackingNo)}`,
    carrierName,
    kind: shipment.kind,
    status: shipment.status,
    events: steps,
  })

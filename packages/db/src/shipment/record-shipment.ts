import type { Tx } from '../client.ts'

export type NewShipment = {
  readonly id: string
  readonly orderId: string
  readonly kind: 'DELIVERY' | 'PICK_UP'
  readonly returnId: string | null
  readonly key: string
  readonly carrier: string
  readonly shipmentRef: string
  readonly trackingNo: string
  readonly trackingUrl: string
}

/** Records a parcel that the carrier has registered, once for each key. */
export const recordShipment = async (tx: Tx, shipment: NewShipment): Promise<void> => {
  await tx.$executeRaw`
    insert into shipment (id, order_id, kind, return_id, status, key, carrier, shipment_ref, tracking_no, tracking_url)
    values (${shipment.id}, ${shipment.orderId}, ${shipment.kind}, ${shipment.returnId}, 'REGISTERED', ${shipment.key},
      ${shipment.carrier}, ${shipment.shipmentRef}, ${shipment.trackingNo}, ${shipment.trackingUrl})
    on conflict (key) do nothing`
}

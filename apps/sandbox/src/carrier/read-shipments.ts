import type { Pool, PoolClient } from 'pg'
import { shipmentNotFound } from './carrier-error.ts'
import { type Shipment, type ShipmentStep, shipmentColumns } from './shipment.ts'

export type ShipmentWithSteps = { readonly shipment: Shipment; readonly steps: readonly ShipmentStep[] }

const columns = { ref: 'ref', key: 'key', trackingNo: 'tracking_no' } as const

/** The parcel with this reference, key or tracking number, and all that has happened to it, oldest first. */
export const findShipment = async (
  db: Pool | PoolClient,
  by: keyof typeof columns,
  value: string,
): Promise<ShipmentWithSteps | null> => {
  const found = await db.query<Shipment>(`select ${shipmentColumns} from shipment where ${columns[by]} = $1`, [value])
  const shipment = found.rows[0]
  if (shipment === undefined) return null
  const steps = await db.query<{ status: ShipmentStep['status']; at: Date }>(
    'select status, at from shipment_event where shipment_ref = $1 order by number',
    [shipment.ref],
  )
  return { shipment, steps: steps.rows.map(step => ({ status: step.status, at: step.at.toISOString() })) }
}

/** Holds the parcel until the transaction ends, so that it stays where it is meanwhile. */
export const holdShipment = async (client: PoolClient, ref: string): Promise<Shipment> => {
  const found = await client.query<Shipment>(`select ${shipmentColumns} from shipment where ref = $1 for update`, [ref])
  if (found.rows[0] === undefined) throw shipmentNotFound(ref)
  return found.rows[0]
}

const listMax = 200

export type ListedShipment = Shipment & { readonly items: number; readonly createdAt: string; readonly movedAt: string }

/** How many parcels there are (for an order), and the newest of them first. */
export const listShipments = async (
  pool: Pool,
  asked: { readonly orderId?: string | undefined; readonly limit?: number },
): Promise<{ readonly count: number; readonly shipments: readonly ListedShipment[] }> => {
  const filter = '($1::text is null or order_id = $1)'
  const orderId = asked.orderId ?? null
  const counted = await pool.query<{ count: number }>(`select count(*)::int as count from shipment where ${filter}`, [
    orderId,
  ])
  const listed = await pool.query<Shipment & { items: number; createdAt: Date; movedAt: Date }>(
    `select ${shipmentColumns}, items, created_at as "createdAt", moved_at as "movedAt"
     from shipment where ${filter} order by ref desc limit $2`,
    [orderId, asked.limit ?? listMax],
  )
  return {
    count: counted.rows[0]?.count ?? 0,
    shipments: listed.rows.map(row => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      movedAt: row.movedAt.toISOString(),
    })),
  }
}

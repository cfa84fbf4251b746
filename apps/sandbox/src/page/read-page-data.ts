import { type ListedShipment, listShipments } from '../carrier/read-shipments.ts'
import type { Fault, FaultTarget } from '../faults/fault-modes.ts'
import { readSandboxCharges, type SandboxCharge } from '../faults/sandbox-charges.ts'
import type { SandboxContext } from '../sandbox-context.ts'

export type Delivery = {
  readonly id: string
  readonly type: string
  readonly attempts: number
  readonly state: 'delivered' | 'given up' | 'waiting'
  readonly lastError: string | null
  readonly createdAt: string
}

export type PageData = {
  readonly faults: Readonly<Record<FaultTarget, Fault>>
  readonly charges: readonly SandboxCharge[]
  readonly chargeCount: number
  readonly shipments: readonly ListedShipment[]
  readonly shipmentCount: number
  readonly deliveries: readonly Delivery[]
}

const rowsShown = 20

export const readPageData = async ({ gateway: context }: SandboxContext): Promise<PageData> => {
  const [charges, shipments, deliveries] = await Promise.all([
    readSandboxCharges(context.pool, { limit: rowsShown }),
    listShipments(context.pool, { limit: rowsShown }),
    context.pool.query<Delivery>(
      `select id, type, attempts, last_error as "lastError", created_at::text as "createdAt",
              case when delivered_at is not null then 'delivered' when given_up_at is not null then 'given up' else 'waiting' end as state
       from webhook_event order by id desc limit $1`,
      [rowsShown],
    ),
  ])
  return {
    faults: context.faults.read(),
    charges: charges.charges,
    chargeCount: charges.count,
    shipments: shipments.shipments,
    shipmentCount: shipments.count,
    deliveries: deliveries.rows,
  }
}

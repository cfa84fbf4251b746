import type { Pool } from 'pg'
import type { Charge } from '../gateway/stripe-objects.ts'

export type SandboxCharge = {
  readonly id: string
  readonly status: Charge['status']
  readonly amount: number
  readonly currency: string
  readonly amountRefunded: number
  readonly orderId: string | null
  readonly paymentId: string | null
  readonly topUpId: string | null
  readonly key: string | null
  readonly last4: string
  readonly failureCode: string | null
  readonly createdAt: string
}

const listMax = 200

const toSandboxCharge = (charge: Charge): SandboxCharge => ({
  id: charge.id,
  status: charge.status,
  amount: charge.amount,
  currency: charge.currency,
  amountRefunded: charge.amount_refunded,
  orderId: charge.metadata.orderId ?? null,
  paymentId: charge.metadata.paymentId ?? null,
  topUpId: charge.metadata.topUpId ?? null,
  key: charge.transfer_group,
  last4: charge.payment_method_details.card.last4,
  failureCode: charge.failure_code,
  createdAt: new Date(charge.created * 1000).toISOString(),
})

/** What was charged for an order (or under a key): `count` is of charges that took money, `failed` of those that did not. */
export const readSandboxCharges = async (
  pool: Pool,
  asked: { readonly orderId?: string | undefined; readonly key?: string | undefined; readonly limit?: number },
) => {
  const filter = `($1::text is null or order_id = $1) and ($2::text is null or transfer_group = $2)`
  const values = [asked.orderId ?? null, asked.key ?? null]
  const counted = await pool.query<{ succeeded: number; failed: number; refunded: string }>(
    `select count(*) filter (where object ->> 'status' = 'succeeded')::int as succeeded,
            count(*) filter (where object ->> 'status' = 'failed')::int as failed,
            coalesce(sum(amount_refunded), 0) as refunded
     from charge where ${filter}`,
    values,
  )
  const listed = await pool.query<{ object: Charge }>(
    `select object from charge where ${filter} order by id desc limit $3`,
    [...values, asked.limit ?? listMax],
  )
  return {
    count: counted.rows[0]?.succeeded ?? 0,
    failed: counted.rows[0]?.failed ?? 0,
    amountRefunded: Number(counted.rows[0]?.refunded ?? 0),
    charges: listed.rows.map(row => toSandboxCharge(row.object)),
  }
}

import type { Tx } from '../client.ts'

/** A charge by the gateway's name of it, and what the gateway says that it was for. */
export type ChargeName = {
  readonly chargeRef: string
  readonly paymentId?: string | undefined
  readonly topUpId?: string | undefined
}

/** What the shop's books say of a charge. */
export type ChargeBook = {
  readonly chargeRef: string
  /** The payment or top-up that it is of. */
  readonly id: string
  readonly orderId: string | null
  /** What the shop keeps of it by its books: what was taken less what was given back; what did not arrive is kept. */
  readonly keptMinor: bigint
  readonly currency: string
  /** The attempt is still under way, so that the books say nothing yet: a saga of it runs, or did so within a lease. */
  readonly isOpen: boolean
  /** A person has been told that something is wrong with it. */
  readonly isWithPerson: boolean
}

/** The books of these charges: by the payment or top-up that names the charge, else by the one that the charge names. */
export const readChargeBooks = async (db: Tx, charges: readonly ChargeName[]): Promise<readonly ChargeBook[]> =>
  await db.$queryRaw<ChargeBook[]>`
    select c."chargeRef", b.id, b.order_id as "orderId", b.kept as "keptMinor", b.currency, b.status = 'OPEN' and exists (
        select 1 from saga s where (s.id = 'top-up-wallet:' || b.id or s.order_id = b.order_id)
          and (s.status = 'RUNNING' or s.lease_until > now())) as "isOpen",
      coalesce(o.needs_attention, false)
        or exists (select 1 from incident i where i.saga_id = 'top-up-wallet:' || b.id and i.resolved_at is null) as "isWithPerson"
    from jsonb_to_recordset(${JSON.stringify(charges.map(toName))}::jsonb) as c("chargeRef" text, "paymentId" text, "topUpId" text)
    cross join lateral (
      select * from (
        select p.id, p.order_id, p.currency, p.status, p.charge_ref, case when p.status = 'SUCCEEDED' then p.card_minor
          - coalesce((select sum(r.amount_minor) from refund r where r.payment_id = p.id and r.leg = 'card' and r.status = 'DONE'), 0)
          else coalesce((select sum(r.amount_minor) from refund r where r.payment_id = p.id and r.leg = 'card' and r.status = 'FAILED'), 0)
          end::bigint as kept
        from payment p where p.charge_ref = c."chargeRef" or p.id = c."paymentId"
        union all
        select t.id, null, t.currency, t.status, t.charge_ref, case when t.status = 'SUCCEEDED' then t.amount_minor else 0 end
        from wallet_top_up t where t.charge_ref = c."chargeRef" or t.id = c."topUpId"
      ) either order by coalesce(charge_ref = c."chargeRef", false) desc limit 1
    ) b
    left join "order" o on o.id = b.order_id`

const toName = ({ chargeRef, paymentId, topUpId }: ChargeName): ChargeName => ({ chargeRef, paymentId, topUpId })

import { DomainError } from '@makegood/core/errors'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import type { Breach } from '../invariants/invariant.ts'
import { returnOrderStock } from '../stock/return-sold-stock.ts'
import { closeDifference, type LockedDifference, lockDifference, type SeenDifference } from './close-difference.ts'

type Repair = (tx: Tx, difference: LockedDifference, seen: SeenDifference) => Promise<number>

/**
 * Writes a counter anew from the rows that it counts, or lets a cancelled order go of its stock. Only where the difference is
 * still exactly what was seen, in one transaction with the audit, and only if the invariant holds afterwards: otherwise
 * nothing is written and the caller is told that it has moved on.
 */
export const repairDifference = (db: Db, seen: SeenDifference): Promise<void> =>
  inTransaction(db, async tx => {
    const difference = await lockDifference(tx, seen)
    const repair = repairs[difference.invariant]
    if (!repair) throw new DomainError('repair-not-possible', `nothing recomputes: ${difference.invariant}`)
    if (!(await isThere(tx, difference, difference.detail))) throw movedOn(difference)
    const changed = await repair(tx, difference, seen)
    if (changed === 0 || (await isThere(tx, difference, null))) throw movedOn(difference)
    await closeDifference(tx, difference, seen, { state: 'REPAIRED', act: 'repair' })
  })

const movedOn = ({ id }: LockedDifference): DomainError =>
  new DomainError('conflict', `difference ${id} is not what was seen any more`)

/** Whether the invariant is broken for this subject, and where `detail` is given, in exactly these words. */
const isThere = async (tx: Tx, { invariant, subject }: LockedDifference, detail: string | null): Promise<boolean> => {
  const breaches: readonly Breach[] = await checkInvariants(tx, [invariant])
  return breaches.some(
    breach => breach.subject === subject && (detail === null || breach.detail.slice(0, 1000) === detail),
  )
}

const repairs: Readonly<Record<string, Repair>> = {
  'a campaign has issued what its claims say': (tx, { subject }) => tx.$executeRaw`
    update coupon_campaign c set claimed = (select count(*) from coupon_claim where campaign_id = c.id)::int
    where id = ${subject}`,

  'the counters of a payment are the sums of its refunds': (tx, { subject }) => tx.$executeRaw`
    update payment p set
      card_refunded_minor = (select coalesce(sum(amount_minor), 0)::bigint from refund where payment_id = p.id and leg = 'card'),
      wallet_refunded_minor = (select coalesce(sum(amount_minor), 0)::bigint from refund where payment_id = p.id and leg = 'wallet')
    where id = ${subject}`,

  'a wallet is the sum of its ledger': (tx, { subject }) => tx.$executeRaw`
    update wallet w set balance_minor = e.balance_after_minor, version = e.version, updated_at = now()
    from (select version, balance_after_minor from wallet_entry where user_id = ${subject} order by version desc limit 1) e
    where w.user_id = ${subject}`,

  'reserved, sold and written-off stock is what the reservations say': async (
    tx,
    { subject },
    { operatorId, reason },
  ) => {
    const why = JSON.stringify({ kind: 'changed', note: reason, operatorId })
    await tx.$queryRaw`select set_config('makegood.stock_why', ${why}, true)`
    return await tx.$executeRaw`
      update stock s set reserved = r.held, sold = r.sold, written_off = r.written_off, updated_at = now(),
        available = s.received - r.held - r.sold - r.written_off
      from (
        select coalesce(sum(quantity) filter (where status = 'HELD'), 0)::int as held,
          coalesce(sum(quantity - restocked - written_off) filter (where status = 'CONFIRMED'), 0)::int as sold,
          coalesce(sum(written_off), 0)::int as written_off
        from stock_reservation where variant_id = ${subject}) r
      where s.variant_id = ${subject} and s.received >= r.held + r.sold + r.written_off`
  },

  'an order holds stock exactly while its state says so': async (tx, { subject }) => {
    const cancelled = await tx.$queryRaw<unknown[]>`
      select 1 from "order" o where id = ${subject} and status = 'CANCELLED' and not exists (
        select 1 from saga s where s.order_id = o.id and s.status in ('RUNNING', 'NEEDS_ATTENTION')) for update`
    return cancelled.length > 0 ? await returnOrderStock(tx, subject) : 0
  },

  'an order needs attention exactly while one of its incidents is open': (tx, { subject }) => tx.$executeRaw`
    update "order" o set updated_at = now(),
      needs_attention = exists (select 1 from incident i where i.order_id = o.id and i.resolved_at is null)
    where id = ${subject}`,

  'an order is marked as being cancelled exactly while such a request is open': (tx, { subject }) => tx.$executeRaw`
    update "order" o set updated_at = now(),
      cancelling = exists (select 1 from cancellation c where c.order_id = o.id and c.status = 'REQUESTED')
    where id = ${subject}`,
}

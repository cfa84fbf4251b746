import { newId } from '@makegood/core/ids'
import { splitRefund } from '@makegood/core/refund/refund-rules'
import type { Tx } from '../client.ts'

export type RefundSource = { readonly source: 'cancellation' | 'return' | 'operator'; readonly sourceId: string }

type PaymentRow = { id: string; currency: string; cardLeft: bigint; walletLeft: bigint; taken: bigint }

/** The payment that paid an order and what is left of each leg, locked; null where nothing was paid. */
export const lockPaidPayment = async (tx: Tx, orderId: string): Promise<PaymentRow | null> => {
  const rows = await tx.$queryRaw<PaymentRow[]>`
    select id, currency, card_minor - card_refunded_minor as "cardLeft",
      wallet_minor - wallet_refunded_minor as "walletLeft", amount_minor as taken
    from payment where order_id = ${orderId} and status = 'SUCCEEDED' for update`
  return rows[0] ?? null
}

/**
 * Writes down what shall go back of a payment, one row a leg, once for each source, in the caller's transaction. The
 * payment's own counters and their check keep all refunds together from being more than was taken.
 */
export const planRefund = async (
  tx: Tx,
  orderId: string,
  { source, sourceId }: RefundSource,
  amountMinor: bigint,
): Promise<void> => {
  const payment = await lockPaidPayment(tx, orderId)
  // What is left of the legs has changed since it was planned: a second split could differ from the first.
  if (!payment || amountMinor === 0n || (await isPlanned(tx, { source, sourceId }))) return
  const { cardMinor, walletMinor } = splitRefund(amountMinor, {
    cardMinor: payment.cardLeft,
    walletMinor: payment.walletLeft,
  })
  const at = new Date()
  await tx.$executeRaw`
    with planned as (
      insert into refund (id, order_id, payment_id, source, source_id, leg, amount_minor, currency, status)
      select l.id, ${orderId}, ${payment.id}, ${source}, ${sourceId}, l.leg, l.amount, ${payment.currency}, 'PLANNED'
      from (values (${newId('refund', at)}, 'card', ${cardMinor}::bigint), (${newId('refund', at)}, 'wallet', ${walletMinor}::bigint))
        as l(id, leg, amount)
      where l.amount > 0
      on conflict (source, source_id, leg) do nothing
      returning leg, amount_minor
    )
    update payment set
      card_refunded_minor = card_refunded_minor + coalesce((select sum(amount_minor) from planned where leg = 'card'), 0),
      wallet_refunded_minor = wallet_refunded_minor + coalesce((select sum(amount_minor) from planned where leg = 'wallet'), 0)
    where id = ${payment.id}`
}

const isPlanned = async (tx: Tx, { source, sourceId }: RefundSource): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from refund where source = ${source} and source_id = ${sourceId}`
  return rows.length > 0
}

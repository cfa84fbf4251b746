import { newId } from '@makegood/core/ids'
import type { Currency } from '@makegood/core/money/money'
import { toWireMoney } from '@makegood/core/money/wire-money'
import type { Tx } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { changeWallet } from './change-wallet.ts'
import { debitKey } from './debit-payment.ts'

type Debit = {
  userId: string
  orderId: string
  amountMinor: bigint
  currency: Currency
  correlationId: string
}

/**
 * The undo of `debitPayment`, fenced to its own payment: what this payment took goes back into the wallet, once, with its
 * refund row and `payment/refunded`. Answers false where this payment took nothing. The payment's own check refuses it where
 * the leg was given back in another way. Runs in the caller's transaction.
 */
export const undoPaymentDebit = async (tx: Tx, paymentId: string): Promise<boolean> => {
  const rows = await tx.$queryRaw<Debit[]>`
    select e.user_id as "userId", p.order_id as "orderId", -e.amount_minor as "amountMinor", p.currency,
      o.correlation_id as "correlationId"
    from wallet_entry e, payment p join "order" o on o.id = p.order_id
    where e.key = ${debitKey(paymentId)} and p.id = ${paymentId}`
  const debit = rows[0]
  if (!debit) return false
  const { userId, orderId, amountMinor, currency } = debit
  const key = `payment-undone:${paymentId}`
  const answer = await changeWallet(tx, { userId, kind: 'PAYMENT_UNDONE', amountMinor, currency, key, orderId })
  if (!answer.changed) throw new Error(`a credit was refused as ${answer.refusal}`)
  if (!answer.repeated) await recordRefund(tx, paymentId, debit)
  return true
}

const recordRefund = async (tx: Tx, paymentId: string, debit: Debit): Promise<void> => {
  const { orderId, amountMinor, currency } = debit
  await tx.$executeRaw`
    with given as (
      update payment set wallet_refunded_minor = wallet_refunded_minor + ${amountMinor} where id = ${paymentId}
    )
    insert into refund (id, order_id, payment_id, source, source_id, leg, amount_minor, currency, status, done_at)
    values (${newId('refund', new Date())}, ${orderId}, ${paymentId}, 'undo', ${paymentId}, 'wallet', ${amountMinor},
      ${currency}, 'DONE', now())`
  await appendEvents(tx, debit.correlationId, [
    newEvent('payment/refunded', {
      orderId,
      paymentId,
      source: 'undo',
      leg: 'wallet',
      amount: toWireMoney({ amountMinor, currency }),
    }),
  ])
}

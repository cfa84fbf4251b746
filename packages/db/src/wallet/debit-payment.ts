import type { Tx } from '../client.ts'
import { changeWallet } from './change-wallet.ts'

export type PaymentDebit =
  | { readonly outcome: 'debited'; readonly amountMinor: bigint }
  /** The wallet pays nothing of this payment. */
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'wallet-too-low'; readonly balanceMinor: bigint }

type WalletLeg = { orderId: string; walletMinor: bigint; currency: string; userId: string | null }

/**
 * Takes a payment's wallet leg out of its shopper's wallet, once: the payment is the entry's key. Too little in the wallet
 * is a value, and takes nothing. Runs in the caller's transaction.
 */
export const debitPayment = async (tx: Tx, paymentId: string): Promise<PaymentDebit> => {
  const rows = await tx.$queryRaw<WalletLeg[]>`
    select p.order_id as "orderId", p.wallet_minor as "walletMinor", p.currency, o.user_id as "userId"
    from payment p join "order" o on o.id = p.order_id where p.id = ${paymentId}`
  const leg = rows[0]
  if (!leg) throw new Error(`no payment ${paymentId}`)
  if (leg.walletMinor === 0n) return { outcome: 'nothing' }
  if (leg.userId === null) throw new Error(`payment ${paymentId} has a wallet leg and no shopper`)
  const answer = await changeWallet(tx, {
    userId: leg.userId,
    kind: 'PAYMENT',
    amountMinor: -leg.walletMinor,
    currency: leg.currency,
    key: debitKey(paymentId),
    orderId: leg.orderId,
  })
  if (!answer.changed) return { outcome: answer.refusal, balanceMinor: answer.balanceMinor }
  return { outcome: 'debited', amountMinor: leg.walletMinor }
}

export const debitKey = (paymentId: string): string => `payment:${paymentId}`

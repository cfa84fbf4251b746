import type { Tx } from '../client.ts'
import { changeWallet } from './change-wallet.ts'

export type WalletRefund = {
  readonly refundId: string
  readonly userId: string
  readonly orderId: string
  readonly amountMinor: bigint
  readonly currency: string
}

/** Puts a planned refund's wallet leg into the shopper's wallet, once: the refund is the entry's key. */
export const creditRefund = async (tx: Tx, { refundId, ...refund }: WalletRefund): Promise<void> => {
  const answer = await changeWallet(tx, { ...refund, kind: 'REFUND', key: `refund:${refundId}` })
  if (!answer.changed) throw new Error(`a credit was refused as ${answer.refusal}`)
}

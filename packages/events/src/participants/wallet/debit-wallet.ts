import { getOpenPayment } from '@makegood/db/payment/get-open-payment'
import { debitPayment } from '@makegood/db/wallet/debit-payment'
import { undoPaymentDebit } from '@makegood/db/wallet/undo-payment-debit'
import type { Participant } from '../../saga/participant.ts'
import type { PayOrderData } from '../../sagas/pay-order/pay-order-data.ts'

/** Takes the wallet leg of a payment out of the shopper's wallet, once; the undo puts exactly that back. */
export const participant: Participant<PayOrderData> = {
  takesPartIn: { 'pay-order': 'payment' },
  place: 10,
  create: () => ({
    id: 'debit-wallet',
    kind: 'undoable',
    reach: 'local',
    skip: data => !data.wallet,
    async run(tx, { data: { orderId, paymentId } }) {
      const payment = await getOpenPayment(tx, orderId, paymentId)
      if (!payment) return { outcome: 'refused', result: { reason: 'payment-not-open' } }
      const debit = await debitPayment(tx, paymentId)
      if (debit.outcome === 'wallet-too-low')
        return { outcome: 'refused', result: { reason: debit.outcome, balanceMinor: debit.balanceMinor.toString() } }
      const debitedMinor = debit.outcome === 'debited' ? debit.amountMinor : 0n
      return { outcome: 'done', result: { debitedMinor: debitedMinor.toString() } }
    },
    async undo(tx, { data }) {
      await undoPaymentDebit(tx, data.paymentId)
    },
  }),
}

import type { Currency } from '@makegood/core/money/money'
import { fromWireMoney, toWireMoney, type WireMoney } from '@makegood/core/money/wire-money'
import type { ChargeRequest } from '@makegood/core/ports/payment-gateway'
import { getOpenPayment } from '@makegood/db/payment/get-open-payment'
import { markActionRequired } from '@makegood/db/payment/mark-action-required'
import { markPaymentCharged } from '@makegood/db/payment/settle-payment'
import { recordFullRefund } from '@makegood/db/refund/record-full-refund'
import { refundCharge, undoCharge } from '../../payment/undo-charge.ts'
import { toFailure } from '../../saga/outside-away.ts'
import type { Participant } from '../../saga/participant.ts'
import type { PayOrderData } from '../../sagas/pay-order/pay-order-data.ts'

type Charged = {
  readonly chargeRef: string
  readonly actionUrl: string | null
  /** Set where the payment came with a charge that was made before: what was taken. */
  readonly adopted?: WireMoney
}

/**
 * Charges the card leg of a payment once. An unknown outcome is never taken for a no: the step is tried again with the
 * same key until the gateway answers. Where the gateway wants the shopper's approval, the payment waits with the address
 * of its page. A payment that came with a charge takes it as its own. The undo asks what became of the key, and cancels or
 * refunds exactly that charge.
 */
export const participant: Participant<PayOrderData> = {
  takesPartIn: { 'pay-order': 'payment' },
  place: 20,
  create: ({ gateway, webUrl }) => ({
    id: 'charge-card',
    kind: 'undoable',
    reach: 'outside',
    skip: data => !data.card,
    async prepare(tx, { data }) {
      const payment = await getOpenPayment(tx, data.orderId, data.paymentId)
      if (!payment?.paymentMethod) return { settled: { outcome: 'refused', result: { reason: 'payment-not-open' } } }
      const { orderId, paymentId, paymentMethod, chargeRef } = payment
      const amount = { amountMinor: payment.cardMinor, currency: payment.currency as Currency }
      if (chargeRef) {
        const result: Charged = { chargeRef, actionUrl: null, adopted: toWireMoney(amount) }
        return { settled: { outcome: 'done', result } }
      }
      const returnUrl = `${webUrl}/orders/${orderId}?paid=${paymentId}`
      return { ready: { orderId, paymentId, paymentMethod, amount, returnUrl } satisfies Omit<ChargeRequest, 'key'> }
    },
    async call(ready, key) {
      const answer = await gateway.charge({ ...(ready as Omit<ChargeRequest, 'key'>), key })
      switch (answer.outcome) {
        case 'ok':
          return { outcome: 'done', result: { chargeRef: answer.chargeRef, actionUrl: null } satisfies Charged }
        case 'actionRequired':
          return {
            outcome: 'done',
            result: { chargeRef: answer.chargeRef, actionUrl: answer.actionUrl } satisfies Charged,
          }
        case 'declined':
          return { outcome: 'refused', result: { reason: answer.reason, gatewayCode: answer.gatewayCode } }
        case 'retryable':
        case 'unknown':
          throw toFailure("the gateway's answer to the charge", answer)
      }
    },
    async record(tx, { saga, data }, outcome) {
      if (outcome.outcome !== 'done') return
      const { chargeRef, actionUrl } = outcome.result as Charged
      if (actionUrl === null) await markPaymentCharged(tx, data.paymentId, chargeRef)
      else await markActionRequired(tx, saga.correlationId, data, actionUrl)
    },
    async undo({ saga: { generation }, data }, key, result) {
      const { chargeRef, adopted } = (result ?? {}) as Partial<Charged>
      const undone =
        chargeRef && adopted
          ? await refundCharge(gateway, { chargeRef, amount: fromWireMoney(adopted) }, { key, generation })
          : await undoCharge(gateway, { key, chargeRef }, generation)
      return async tx => {
        if (undone) await recordFullRefund(tx, { paymentId: data.paymentId, source: 'undo', ...undone })
      }
    },
  }),
}

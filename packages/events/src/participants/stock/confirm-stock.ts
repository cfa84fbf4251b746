import { appendEvents } from '@makegood/db/outbox/append-events'
import { newEvent } from '@makegood/db/outbox/new-event'
import { getOpenPayment } from '@makegood/db/payment/get-open-payment'
import { confirmStock, unconfirmStock } from '@makegood/db/stock/confirm-stock'
import type { Participant } from '../../saga/participant.ts'
import type { PayOrderData } from '../../sagas/pay-order/pay-order-data.ts'

/** Turns the order's held stock into sold stock for this payment attempt, once; the undo gives back exactly that. */
export const participant: Participant<PayOrderData> = {
  takesPartIn: { 'pay-order': 'processing' },
  place: 10,
  create: () => ({
    id: 'confirm-stock',
    kind: 'undoable',
    reach: 'local',
    async run(tx, { saga, data: { orderId, paymentId } }) {
      const payment = await getOpenPayment(tx, orderId, paymentId)
      if (!payment) return { outcome: 'refused', result: { reason: 'payment-not-open' } }
      const lines = await confirmStock(tx, orderId, paymentId)
      if (lines === 0) return { outcome: 'refused', result: { reason: 'stock-not-reserved' } }
      await appendEvents(tx, saga.correlationId, [newEvent('order/processing', { orderId, paymentId })])
      return { outcome: 'done', result: { lines } }
    },
    async undo(tx, { data }) {
      await unconfirmStock(tx, data.orderId, data.paymentId)
    },
  }),
}

import { appendEvents } from '@makegood/db/outbox/append-events'
import { newEvent } from '@makegood/db/outbox/new-event'
import { getOpenPayment } from '@makegood/db/payment/get-open-payment'
import { confirmStock, unconfirmStock } from '@makegood/db/stock/confirm-stock'
import type { Participant } from '../../saga/step-types.ts'
import type { PayOrderData } from '../../sagas/pay-order/pay-order-data.ts'

/** Turns the order's held stock into sold stock for this payment attempt, once; the undo gives back exactly that. */
export const confirmStockParticipant: Participant<PayOrderData> = {
  id: 'confirm-stock',
  stage: 'processing',
  kind: 'undoable',
  reach: 'local',
  async run(tx, { saga, data }) {
    const payment = await getOpenPayment(tx, data.orderId, data.paymentId)
    if (!payment) return { outcome: 'refused', result: { reason: 'payment-not-open' } }
    const lines = await confirmStock(tx, data.orderId, data.paymentId)
    if (lines === 0) return { outcome: 'refused', result: { reason: 'stock-not-reserved' } }
    await appendEvents(tx, saga.correlationId, [newEvent('order/processing', data)])
    return { outcome: 'done', result: { lines } }
  },
  async undo(tx, { data }) {
    await unconfirmStock(tx, data.orderId, data.paymentId)
  },
}

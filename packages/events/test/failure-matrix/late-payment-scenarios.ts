import { newId } from '@makegood/core/ids'
import { money } from '@makegood/core/money/money'
import { callKey } from '../../src/saga/run-step.ts'
import type { SagaStand } from '../start-saga-stand.ts'
import { memberOrder } from './member-orders.ts'
import type { Scenario } from './scenario.ts'

/** An order whose payment was given up before its card was charged. */
const failedPayment = async (stand: SagaStand, fail: (sagaId: string, step: string) => void) => {
  const order = await memberOrder(stand)
  const paymentId = newId('payment', new Date())
  fail(`pay-order:${paymentId}`, 'confirm-stock')
  await stand.pay(order, 'pm_card_visa', 0n, paymentId)
  await stand.waitForSaga(`pay-order:${paymentId}`, 'UNDONE')
  return { order, paymentId }
}

/** The gateway takes the money all the same, by the payment's own key, and tells it by its webhook. */
const chargeLate = async (stand: SagaStand, orderId: string, paymentId: string): Promise<void> => {
  const { cardMinor } = await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
  const charged = await stand.deps.gateway.charge({
    key: callKey(`pay-order:${paymentId}`, 'charge-card'),
    orderId,
    paymentId,
    amount: money(cardMinor, 'KRW'),
    paymentMethod: 'pm_card_visa',
  })
  if (charged.outcome !== 'ok') throw new Error(`the gateway said ${charged.outcome}`)
}

export const latePaymentScenarios: readonly Scenario[] = [
  {
    name: 'a late charge whose order still waits',
    saga: 'settle-late-payment',
    ending: 'COMPLETED',
    steps: ['check-late-charge', 'take-order-up'],
    async run(stand, arm, fail) {
      const { order, paymentId } = await failedPayment(stand, fail)
      arm(`settle-late-payment:${paymentId}`)
      await chargeLate(stand, order.orderId, paymentId)
      return `settle-late-payment:${paymentId}`
    },
  },
  {
    name: 'a late charge whose order the shopper has cancelled',
    saga: 'settle-late-payment',
    ending: 'COMPLETED',
    steps: ['check-late-charge', 'take-order-up', 'refund-late-charge'],
    async run(stand, arm, fail) {
      const { order, paymentId } = await failedPayment(stand, fail)
      await stand.cancel(order)
      await stand.waitForStatus(order.orderId, 'CANCELLED')
      arm(`settle-late-payment:${paymentId}`)
      await chargeLate(stand, order.orderId, paymentId)
      return `settle-late-payment:${paymentId}`
    },
  },
]

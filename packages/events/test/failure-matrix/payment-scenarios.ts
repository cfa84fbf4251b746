import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { vi } from 'vitest'
import type { SagaStand } from '../start-saga-stand.ts'
import { memberOrder } from './member-orders.ts'
import { type Scenario, waitMs } from './scenario.ts'

const approve = async (stand: SagaStand, paymentId: string): Promise<void> => {
  const actionUrl = await vi.waitFor(async () => {
    const payment = await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
    if (payment.actionUrl === null && payment.chargeRef === null && payment.status === 'OPEN')
      throw new Error('the gateway has not asked for approval yet')
    return payment.actionUrl
  }, waitMs)
  if (actionUrl) await stand.approve(actionUrl, 'approve')
}

const pay = ['confirm-stock', 'redeem-coupon', 'debit-wallet', 'charge-card']

/** From an order's stock to its payment. */
export const paymentScenarios: readonly Scenario[] = [
  {
    name: 'an order whose stock is there',
    saga: 'reserve-order',
    ending: 'COMPLETED',
    steps: ['reserve-stock'],
    async run(stand, arm) {
      const { orderId } = await stand.placeOrder({}, placed => arm(`reserve-order:${placed}`))
      return `reserve-order:${orderId}`
    },
  },
  {
    name: 'an order whose stock is short',
    saga: 'reserve-order',
    ending: 'UNDONE',
    steps: ['reserve-stock', 'cancel-unreserved-order'],
    async run(stand, arm) {
      const { variantId } = await seedProductWithStock(stand.db, { units: 1 })
      const { orderId } = await stand.placeOrder({ lines: [{ variantId, quantity: 2 }] }, placed =>
        arm(`reserve-order:${placed}`),
      )
      return `reserve-order:${orderId}`
    },
  },
  {
    name: 'a payment by wallet, coupon and card',
    saga: 'pay-order',
    ending: 'COMPLETED',
    steps: [...pay, 'mark-paid', 'confirm-order'],
    async run(stand, arm) {
      const order = await memberOrder(stand)
      const paymentId = newId('payment', new Date())
      arm(`pay-order:${paymentId}`)
      await stand.pay(order, 'pm_card_visa', 5_000n, paymentId)
      return `pay-order:${paymentId}`
    },
  },
  {
    name: 'a payment that the shopper approves at the bank',
    saga: 'pay-order',
    ending: 'COMPLETED',
    steps: ['charge-card', 'await-approval', 'mark-paid'],
    async run(stand, arm) {
      const order = await memberOrder(stand)
      const paymentId = newId('payment', new Date())
      arm(`pay-order:${paymentId}`)
      await stand.pay(order, 'pm_card_authenticationRequired', 5_000n, paymentId)
      await approve(stand, paymentId)
      return `pay-order:${paymentId}`
    },
  },
  {
    name: 'a payment whose card is declined',
    saga: 'pay-order',
    ending: 'UNDONE',
    steps: ['debit-wallet', 'charge-card', 'put-order-back'],
    async run(stand, arm) {
      const order = await memberOrder(stand)
      const paymentId = newId('payment', new Date())
      arm(`pay-order:${paymentId}`)
      await stand.pay(order, 'pm_card_chargeDeclined', 5_000n, paymentId)
      return `pay-order:${paymentId}`
    },
  },
]

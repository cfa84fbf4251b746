import { newId } from '@makegood/core/ids'
import { money } from '@makegood/core/money/money'
import { type Db, inTransaction } from '@makegood/db/client'
import { requestRefund } from '@makegood/db/refund/request-refund'
import { acceptReturn } from '@makegood/db/return/decide-return'
import { receiveReturn } from '@makegood/db/return/move-return'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { changeWallet } from '@makegood/db/wallet/change-wallet'
import { openTopUp } from '@makegood/db/wallet/open-top-up'
import { expect, vi } from 'vitest'
import { callKey } from '../../src/saga/run-step.ts'
import type { PlacedOrder } from '../stand/act-as-shop.ts'
import type { SagaStand } from '../start-saga-stand.ts'

/** How a saga that fails nowhere ends. */
export type Ending = 'COMPLETED' | 'UNDONE'

/** One way through one saga: brings the world there, says the saga's id before it begins, then begins it. */
export type Scenario = {
  readonly name: string
  readonly saga: string
  readonly ending: Ending
  /** The steps that this way takes, in order; those behind `|` settle a refusal. */
  readonly steps: readonly string[]
  /** Begins the saga once `arm` was given its id, and answers that id; `fail` lets a step of an earlier saga fail for good. */
  run(stand: SagaStand, arm: (sagaId: string) => void, fail: (sagaId: string, step: string) => void): Promise<string>
}

const waitMs = { timeout: 30_000, interval: 20 }

const newMember = async (db: Db): Promise<string> => {
  const userId = newId('correlation', new Date())
  await db.user.create({ data: { id: userId, name: 'Kim Mina', email: `${userId}@example.com` } })
  return userId
}

const fillWallet = (db: Db, userId: string, amountMinor: bigint) =>
  inTransaction(db, tx =>
    changeWallet(tx, {
      userId,
      kind: 'ADJUSTMENT',
      amountMinor,
      currency: 'KRW',
      key: `fill:${userId}`,
      orderId: null,
    }),
  )

const giveCoupon = async (db: Db, userId: string): Promise<string> => {
  const campaignId = newId('campaign', new Date())
  await db.couponCampaign.create({
    data: {
      id: campaignId,
      nameKo: '천원',
      nameEn: 'A thousand',
      kind: 'FIXED',
      amountMinor: 1000n,
      currency: 'KRW',
      validFrom: new Date(Date.now() - 1000),
      validTo: new Date(Date.now() + 1e8),
      quantity: 1,
      claimed: 1,
    },
  })
  const claimId = newId('claim', new Date())
  await db.couponClaim.create({ data: { id: claimId, campaignId, userId } })
  return claimId
}

/** A member's order of two units by express delivery with a coupon, its stock put aside, and enough in the wallet for a part of it. */
const memberOrder = async (stand: SagaStand): Promise<PlacedOrder> => {
  const userId = await newMember(stand.db)
  await fillWallet(stand.db, userId, 5_000n)
  const claimId = await giveCoupon(stand.db, userId)
  const { variantId } = await seedProductWithStock(stand.db, { units: 10 })
  const lines = [{ variantId, quantity: 2 }]
  const delivery = { method: 'express', terms: stand.deps.policy.delivery } as const
  return await stand.reservedOrder({ userId, lines, delivery, coupon: { claimId, discountMinor: 1000n } })
}

const preparedOrder = async (stand: SagaStand): Promise<PlacedOrder> => {
  const order = await memberOrder(stand)
  await stand.pay(order, 'pm_card_visa', 5_000n)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  return order
}

const approve = async (stand: SagaStand, paymentId: string): Promise<void> => {
  const actionUrl = await vi.waitFor(async () => {
    const payment = await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
    if (payment.actionUrl === null && payment.chargeRef === null && payment.status === 'OPEN')
      throw new Error('the gateway has not asked for approval yet')
    return payment.actionUrl
  }, waitMs)
  if (actionUrl) await stand.approve(actionUrl, 'approve')
}

const topUp = async (stand: SagaStand, paymentMethod: string, arm: (sagaId: string) => void): Promise<string> => {
  const topUpId = newId('topUp', new Date())
  arm(`top-up-wallet:${topUpId}`)
  await openTopUp(stand.db, {
    topUpId,
    userId: await newMember(stand.db),
    amountMinor: 20_000n,
    paymentMethod,
    correlationId: newId('correlation', new Date()),
    limits: stand.deps.policy,
  })
  stand.outbox.nudge()
  return `top-up-wallet:${topUpId}`
}

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

const pay = ['confirm-stock', 'redeem-coupon', 'debit-wallet', 'charge-card']
const cancel = [
  'mark-cancelled',
  'refund-wallet',
  'refund-card',
  'return-stock',
  'give-coupon-back',
  'finish-cancellation',
]

export const scenarios: readonly Scenario[] = [
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
  {
    name: 'a confirmed order',
    saga: 'fulfil-order',
    ending: 'COMPLETED',
    steps: ['register-shipment', 'mark-preparing'],
    async run(stand, arm) {
      const order = await memberOrder(stand)
      arm(`fulfil-order:${order.orderId}`)
      await stand.pay(order, 'pm_card_visa', 5_000n)
      await vi.waitFor(
        () =>
          expect(
            stand.db.saga.findUniqueOrThrow({ where: { id: `fulfil-order:${order.orderId}` } }),
          ).resolves.toBeTruthy(),
        waitMs,
      )
      return `fulfil-order:${order.orderId}`
    },
  },
  {
    name: 'an order that an operator cancels in preparation',
    saga: 'cancel-order',
    ending: 'COMPLETED',
    steps: ['cancel-shipment', ...cancel],
    async run(stand, arm) {
      const order = await preparedOrder(stand)
      const cancellationId = newId('cancellation', new Date())
      arm(`cancel-order:${cancellationId}`)
      await stand.cancel(order, 'operator', cancellationId)
      return `cancel-order:${cancellationId}`
    },
  },
  {
    name: 'an order whose parcel is in the carrier’s hands',
    saga: 'cancel-order',
    ending: 'UNDONE',
    steps: ['cancel-shipment', 'refuse-cancellation'],
    async run(stand, arm) {
      const order = await preparedOrder(stand)
      const cancellationId = newId('cancellation', new Date())
      arm(`cancel-order:${cancellationId}`)
      // The hand-over and the request cross: the shop has not heard of the one when it begins the other.
      const parcel = await stand.parcelOf(order.orderId)
      stand.loseWebhooksOf(parcel)
      await stand.moveParcel(parcel, 'handed-over')
      await stand.cancel(order, 'operator', cancellationId)
      return `cancel-order:${cancellationId}`
    },
  },
  {
    name: 'a whole return',
    saga: 'return-order',
    ending: 'COMPLETED',
    steps: [
      'register-pick-up',
      'await-goods',
      'plan-refund',
      'refund-wallet',
      'refund-card',
      'take-goods-back',
      'finish-return',
    ],
    async run(stand, arm) {
      const order = await preparedOrder(stand)
      const parcel = await stand.parcelOf(order.orderId)
      for (const status of ['handed-over', 'in-transit', 'delivered'] as const) await stand.moveParcel(parcel, status)
      await stand.waitForStatus(order.orderId, 'DELIVERED')
      const returnId = await stand.askForReturn(order)
      arm(`return-order:${returnId}`)
      await inTransaction(stand.db, tx =>
        acceptReturn(tx, { returnId, operatorId: 'op', reason: 'fine', withoutGoods: false }),
      )
      const lines = await stand.db.returnLine.findMany({ where: { returnId } })
      const received = lines.map(({ variantId }) => ({ variantId, restocked: 1, writtenOff: 1 }))
      await inTransaction(stand.db, tx => receiveReturn(tx, returnId, received))
      stand.outbox.nudge()
      return `return-order:${returnId}`
    },
  },
  {
    name: 'a part that an operator gives back',
    saga: 'refund-order',
    ending: 'COMPLETED',
    steps: ['refund-wallet', 'refund-card'],
    async run(stand, arm) {
      const order = await preparedOrder(stand)
      const parcel = await stand.parcelOf(order.orderId)
      for (const status of ['handed-over', 'in-transit', 'delivered'] as const) await stand.moveParcel(parcel, status)
      await stand.waitForStatus(order.orderId, 'DELIVERED')
      const refundRequestId = newId('refundRequest', new Date())
      arm(`refund-order:${refundRequestId}`)
      const { amountMinor } = await stand.db.payment.findFirstOrThrow({
        where: { orderId: order.orderId, status: 'SUCCEEDED' },
      })
      // All but one won, so that the card gives back all of its part and the wallet a part of its own.
      const request = { refundRequestId, amountMinor: (amountMinor - 1n).toString(), lines: [], reason: 'a chip' }
      await requestRefund(stand.db, { ...request, orderId: order.orderId, operatorId: 'op' })
      stand.outbox.nudge()
      return `refund-order:${refundRequestId}`
    },
  },
  {
    name: 'a top-up of a wallet',
    saga: 'top-up-wallet',
    ending: 'COMPLETED',
    steps: ['charge-top-up', 'credit-wallet'],
    run: (stand, arm) => topUp(stand, 'pm_card_visa', arm),
  },
  {
    name: 'a top-up that the shopper approves at the bank',
    saga: 'top-up-wallet',
    ending: 'COMPLETED',
    steps: ['await-top-up-approval', 'credit-wallet'],
    async run(stand, arm) {
      const sagaId = await topUp(stand, 'pm_card_authenticationRequired', arm)
      const id = sagaId.slice('top-up-wallet:'.length)
      const actionUrl = await vi.waitFor(async () => {
        const { actionUrl, status } = await stand.db.walletTopUp.findUniqueOrThrow({ where: { id } })
        if (actionUrl === null && status === 'OPEN') throw new Error('the gateway has not asked for approval yet')
        return actionUrl
      }, waitMs)
      if (actionUrl) await stand.approve(actionUrl, 'approve')
      return sagaId
    },
  },
  {
    name: 'a top-up whose card is declined',
    saga: 'top-up-wallet',
    ending: 'UNDONE',
    steps: ['charge-top-up', 'fail-top-up'],
    run: (stand, arm) => topUp(stand, 'pm_card_chargeDeclined', arm),
  },
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

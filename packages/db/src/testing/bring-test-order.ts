import { newId } from '@makegood/core/ids'
import type { OrderStatus, TransitionReason } from '@makegood/core/order/order-states'
import { type Db, inTransaction } from '../client.ts'
import { completeOrder } from '../order/complete-order.ts'
import { confirmOrder } from '../order/confirm-order.ts'
import { getOrderState } from '../order/get-order-state.ts'
import type { Owner } from '../order/owner.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { newEvent } from '../outbox/new-event.ts'
import { openPayment } from '../payment/open-payment.ts'
import { markPaymentCharged, markPaymentSucceeded } from '../payment/settle-payment.ts'
import { acceptReturn } from '../return/decide-return.ts'
import { requestReturn } from '../return/request-return.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { applyCarrierEvent } from '../shipment/apply-carrier-event.ts'
import { confirmStock } from '../stock/confirm-stock.ts'
import { returnOrderStock } from '../stock/return-sold-stock.ts'
import { debitPayment } from '../wallet/debit-payment.ts'
import { placeTestOrder, type TestOrder } from './place-test-order.ts'
import { registerTestParcel } from './ship-test-order.ts'

export type BroughtOrder = { readonly orderId: string; readonly owner: Owner; readonly paymentId: string }
type Request = TestOrder & {
  /** What the shopper's wallet pays; the card pays the rest. */
  readonly walletMinor?: bigint
}
type Move = (db: Db, order: BroughtOrder, request: Request) => Promise<unknown>

const hour = 3600

/** An order that the shop's own operations have brought to a state; without its sagas, whose work is done here. */
export const bringTestOrder = async (db: Db, to: OrderStatus, request: Request = {}): Promise<BroughtOrder> => {
  const placed = to === 'PENDING' ? await placeTestOrder(db, request) : await seedReservedOrder(db, request)
  const order = { ...placed, paymentId: newId('payment', new Date()) }
  for (const move of ways[to]) await move(db, order, request)
  return order
}

const open: Move = (db, { orderId, owner, paymentId }, { walletMinor = 0n }) =>
  openPayment(db, { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', walletMinor, paymentSeconds: 600 })

const pay: Move = (db, { orderId, paymentId }) =>
  inTransaction(db, async tx => {
    await confirmStock(tx, orderId, paymentId)
    await debitPayment(tx, paymentId)
    await markPaymentCharged(tx, paymentId, `ch_${paymentId}`)
    const paid = await markPaymentSucceeded(tx, orderId, paymentId)
    if (!paid) throw new Error('the order of a test could not be paid')
    const limit = { kind: 'confirmation', seconds: 24 * hour } as const
    const events = [newEvent('payment/completed', { orderId, paymentId })]
    const move = { orderId, from: 'PAYMENT_PROCESSING', reason: 'paid', mover: 'system' } as const
    await transitionOrder(tx, { ...move, version: paid.orderVersion, events, limit })
  })

const confirm: Move = (db, { orderId, paymentId }) =>
  inTransaction(db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    await confirmOrder(tx, { orderId, paymentId, version }, { mover: 'system' }, 48 * hour)
  })

const prepare: Move = async (db, { orderId }) => {
  await registerTestParcel(db, orderId)
  await moveBySystem(db, orderId, 'CONFIRMED', 'shipment-registered')
}

const carry =
  (status: 'handed-over' | 'delivered'): Move =>
  async (db, { orderId }) => {
    const { shipmentRef } = await db.shipment.findFirstOrThrow({ where: { orderId, kind: 'DELIVERY' } })
    await inTransaction(db, tx => applyCarrierEvent(tx, { shipmentRef, status }, 7 * 24 * hour))
  }

const complete: Move = (db, { orderId }) =>
  inTransaction(db, async tx =>
    completeOrder(tx, { orderId, ...(await getOrderState(tx, orderId)) }, { mover: 'shopper' }),
  )

const expire: Move = async (db, { orderId }) => {
  await moveBySystem(db, orderId, 'STOCK_RESERVED', 'reservation-expired')
  await inTransaction(db, tx => returnOrderStock(tx, orderId))
}

const giveBack: Move = (db, { orderId, owner }) =>
  inTransaction(db, async tx => {
    const returnId = newId('return', new Date())
    await requestReturn(tx, { orderId, returnId, owner, by: 'shopper', reason: 'changed-mind' })
    await acceptReturn(tx, { returnId, operatorId: 'usr_operator', reason: 'fine', withoutGoods: false })
  })

const refund: Move = (db, { orderId }) => moveBySystem(db, orderId, 'RETURNED', 'refunded')

const moveBySystem = (db: Db, orderId: string, from: OrderStatus, reason: TransitionReason) =>
  inTransaction(db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    const { moved } = await transitionOrder(tx, { orderId, from, reason, mover: 'system', version, events: [] })
    if (!moved) throw new Error(`the order of a test is not ${from}`)
  })

const processing = [open]
const paid = [...processing, pay]
const confirmed = [...paid, confirm]
const preparing = [...confirmed, prepare]
const shipping = [...preparing, carry('handed-over')]
const delivered = [...shipping, carry('delivered')]

const ways: Readonly<Record<OrderStatus, readonly Move[]>> = {
  PENDING: [],
  STOCK_RESERVED: [],
  PAYMENT_PROCESSING: processing,
  PAID: paid,
  CONFIRMED: confirmed,
  PREPARING: preparing,
  SHIPPING: shipping,
  DELIVERED: delivered,
  COMPLETED: [...delivered, complete],
  RETURNED: [...delivered, giveBack],
  REFUNDED: [...delivered, giveBack, refund],
  CANCELLED: [expire],
}

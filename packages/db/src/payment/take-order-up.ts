import { newId } from '@makegood/core/ids'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { Policy } from '@makegood/core/policy'
import type { Tx } from '../client.ts'
import { cloneOrder } from '../order/clone-order.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { newEvent } from '../outbox/new-event.ts'
import { lockWantedStock, reserveStock } from '../stock/reserve-stock.ts'

export type LatePayment = { readonly orderId: string; readonly paymentId: string; readonly chargeRef: string }

export type TakeUp =
  | { readonly takenUp: true; readonly orderId: string; readonly paymentId: string }
  | { readonly takenUp: false; readonly because: 'settled' | 'policy' | 'order' | 'stock' }

/** What of a payment the sagas must know beforehand; its card was charged already. */
type Legs = { wallet: boolean; coupon: boolean }
type LateRow = {
  status: string
  orderStatus: OrderStatus
  orderVersion: number
  cancelling: boolean
  legs: Legs
  lastReason: string
  ownerRemoved: boolean
}

/** Only an order that time ended is taken up again: who cancelled on purpose does not want it, nor does who has left. */
const endedByTime = ['reservation-expired', 'payment-expired']

/**
 * Lets a charge that came after its attempt was given up pay all the same, once, in the caller's transaction: the order
 * itself where it still waits for a payment and nobody wants it cancelled, or a new one in the place of an order that ran
 * out of time, where its stock can be put aside. Otherwise nothing is written and the charge must go back.
 */
export const takeOrderUp = async (tx: Tx, late: LatePayment, policy: Policy): Promise<TakeUp> => {
  const row = await lockLatePayment(tx, late)
  if (!row) return { takenUp: false, because: 'settled' }
  if (policy.latePayment === 'refund') return { takenUp: false, because: 'policy' }
  if (row.orderStatus === 'STOCK_RESERVED' && !row.cancelling)
    return await adopt(tx, late, { orderId: late.orderId, version: row.orderVersion, legs: row.legs }, policy)
  if (row.ownerRemoved || row.orderStatus !== 'CANCELLED' || !endedByTime.includes(row.lastReason))
    return { takenUp: false, because: 'order' }
  const shortLines = await lockWantedStock(tx, late.orderId)
  if (shortLines.length > 0) return { takenUp: false, because: 'stock' }
  const orderId = await cloneOrder(tx, late.orderId)
  const { reserved } = await reserveStock(tx, orderId, policy.reservationSeconds)
  if (!reserved) throw new Error('the stock went while it was locked')
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'PENDING',
    reason: 'stock-reserved',
    mover: 'system',
    version: 1,
    events: [newEvent('stock/reserved', { orderId })],
    limit: { kind: 'reservation', seconds: policy.reservationSeconds },
  })
  if (!moved.moved) throw new Error('a new order moved by itself')
  return await adopt(tx, late, { orderId, version: moved.version, legs: row.legs }, policy)
}

const adopt = async (
  tx: Tx,
  late: LatePayment,
  order: { readonly orderId: string; readonly version: number; readonly legs: Legs },
  policy: Policy,
): Promise<TakeUp> => {
  const paymentId = newId('payment', new Date())
  const { orderId } = order
  await tx.$executeRaw`
    update payment set failure_reason = 'taken-up' where id = ${late.paymentId} and status in ('DECLINED', 'FAILED')`
  await tx.$executeRaw`
    insert into payment (id, order_id, attempt, status, amount_minor, card_minor, wallet_minor, currency, payment_method, charge_ref)
    select ${paymentId}, ${orderId}, (select coalesce(max(attempt), 0) + 1 from payment where order_id = ${orderId}), 'OPEN',
      amount_minor, card_minor, wallet_minor, currency, payment_method, ${late.chargeRef}
    from payment where id = ${late.paymentId}`
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'STOCK_RESERVED',
    reason: 'payment-opened',
    mover: 'system',
    version: order.version,
    details: { paymentId, takenUpFrom: late.paymentId },
    events: [
      newEvent('order/payment.requested', { orderId, paymentId, card: true, ...order.legs }),
      newEvent('order/taken.up', { orderId, takenUpFrom: late.orderId, paymentId }),
    ],
    limit: { kind: 'payment', seconds: policy.paymentSeconds },
  })
  if (!moved.moved) throw new Error('the order moved while its row was locked')
  return { takenUp: true, orderId, paymentId }
}

const lockLatePayment = async (tx: Tx, { orderId, paymentId }: LatePayment): Promise<LateRow | null> => {
  const rows = await tx.$queryRaw<LateRow[]>`
    select p.status, o.status as "orderStatus", o.version as "orderVersion", o.cancelling,
      jsonb_build_object('wallet', p.wallet_minor > 0, 'coupon', o.coupon_claim_id is not null) as legs,
      (select h.reason from order_history h where h.order_id = o.id order by h.version desc limit 1) as "lastReason",
      exists (select 1 from "user" u where u.id = o.user_id and u.deleted_at is not null) as "ownerRemoved"
    from "order" o join payment p on p.order_id = o.id
    where o.id = ${orderId} and p.id = ${paymentId} and p.status in ('DECLINED', 'FAILED')
      and p.failure_reason is distinct from 'taken-up'
    for update of o, p`
  return rows[0] ?? null
}

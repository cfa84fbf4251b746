import { newId } from '@makegood/core/ids'
import { type Db, inTransaction } from '../client.ts'
import { confirmOrder } from '../order/confirm-order.ts'
import type { Owner } from '../order/owner.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { newEvent } from '../outbox/new-event.ts'
import { openPayment } from '../payment/open-payment.ts'
import { markPaymentCharged, markPaymentSucceeded } from '../payment/settle-payment.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { confirmStock } from '../stock/confirm-stock.ts'
import type { TestOrder } from './place-test-order.ts'

export type ConfirmedOrder = { readonly orderId: string; readonly paymentId: string; readonly owner: Owner }

/** An order in CONFIRMED, paid by card, by the shop's own operations; its events are in the outbox. */
export const confirmTestOrder = async (
  db: Db,
  { email, locale, ...order }: TestOrder & { readonly email?: string; readonly locale?: 'ko' | 'en' } = {},
): Promise<ConfirmedOrder> => {
  const { orderId, owner } = await seedReservedOrder(db, order)
  await db.order.update({
    where: { id: orderId },
    data: { ...(email ? { email } : {}), ...(locale ? { locale } : {}) },
  })
  const paymentId = newId('payment', new Date())
  await openPayment(db, { orderId, paymentId, paymentMethod: 'pm_card_visa', owner, paymentSeconds: 600 })
  await inTransaction(db, async tx => {
    await confirmStock(tx, orderId, paymentId)
    await markPaymentCharged(tx, paymentId, `ch_${paymentId}`)
    const paid = await markPaymentSucceeded(tx, orderId, paymentId)
    if (!paid) throw new Error('the order of a test could not be paid')
    const events = [newEvent('payment/completed', { orderId, paymentId })]
    const move = { orderId, from: 'PAYMENT_PROCESSING', reason: 'paid', mover: 'system' } as const
    await transitionOrder(tx, { ...move, version: paid.orderVersion, events })
    await confirmOrder(tx, { orderId, paymentId, version: paid.orderVersion + 1 }, { mover: 'system' }, 3600)
  })
  return { orderId, paymentId, owner }
}

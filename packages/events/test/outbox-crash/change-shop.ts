import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import type { OrderStatus } from '@makegood/core/order/order-states'
import { policySchema, toPolicy } from '@makegood/core/policy'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { type Db, inTransaction } from '@makegood/db/client'
import { openPayment } from '@makegood/db/payment/open-payment'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import type { Random } from '../../simulation/random.ts'

const policy = toPolicy(policySchema.parse({}))
const choiceMax = 20

/** Commits one change that has events to send: an order is placed, paid or cancelled. */
export const changeShop = async (db: Db, random: Random, variantIds: readonly string[]): Promise<void> => {
  const change = random.weighted({ place: 50, pay: 42, cancel: 8 })
  try {
    if (change === 'pay' && (await payOne(db, random))) return
    if (change === 'cancel' && (await cancelOne(db, random))) return
    await placeTestOrder(db, { lines: [{ variantId: random.pick(variantIds), quantity: 1 }] })
  } catch (error) {
    // Another process chose the same order and was quicker; nothing was written.
    if (!(error instanceof DomainError)) throw error
  }
}

const payOne = async (db: Db, random: Random): Promise<boolean> => {
  const order = await pickOrder(db, random, ['STOCK_RESERVED'])
  if (!order) return false
  const { id: orderId, userId, visitorHash } = order
  const owner = { userId, visitorHash }
  const paymentMethod = random.chance(85) ? 'pm_card_visa' : 'pm_card_chargeDeclined'
  const paymentId = newId('payment', new Date())
  const { paymentSeconds } = policy
  await openPayment(db, { orderId, owner, paymentId, paymentMethod, walletMinor: 0n, paymentSeconds })
  return true
}

const cancelOne = async (db: Db, random: Random): Promise<boolean> => {
  const order = await pickOrder(db, random, ['STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PREPARING'])
  if (!order) return false
  const request = { orderId: order.id, cancellationId: newCancellationId(), by: 'operator', policy } as const
  await inTransaction(db, tx => requestCancellation(tx, request))
  return true
}

const pickOrder = async (db: Db, random: Random, statuses: readonly OrderStatus[]) => {
  const select = { id: true, userId: true, visitorHash: true }
  const orders = await db.order.findMany({
    where: { status: { in: [...statuses] } },
    orderBy: { id: 'desc' },
    take: choiceMax,
    select,
  })
  return orders.length === 0 ? null : random.pick(orders)
}

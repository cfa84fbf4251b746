import { newId } from '@makegood/core/ids'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { Policy } from '@makegood/core/policy'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { type Db, inTransaction } from '@makegood/db/client'
import { openPayment } from '@makegood/db/payment/open-payment'
import { requestReturn } from '@makegood/db/return/request-return'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import { expect, vi } from 'vitest'

export type PlacedOrder = Awaited<ReturnType<typeof placeTestOrder>>

const longEnoughMs = 30_000

/** What shoppers and operators do in a test, by the operations behind the procedures, and how a test waits for what follows. */
export const actAsShop = (db: Db, policy: Policy, nudge: () => void) => {
  const statusOf = async (orderId: string) =>
    (await db.order.findUniqueOrThrow({ where: { id: orderId } })).status as OrderStatus

  /** Waits until the order is in this state; the bound is far above what it takes. */
  const waitForStatus = (orderId: string, status: OrderStatus, timeout = longEnoughMs) =>
    vi.waitFor(async () => expect(await statusOf(orderId)).toBe(status), { timeout, interval: 20 })

  const waitForSaga = (sagaId: string, status: string, timeout = longEnoughMs) =>
    vi.waitFor(
      async () => expect(await db.saga.findUniqueOrThrow({ where: { id: sagaId } })).toMatchObject({ status }),
      { timeout, interval: 20 },
    )

  /** `before` is told the order's id while nothing has been sent yet. */
  const placeOrder = async (
    request: Parameters<typeof placeTestOrder>[1] = {},
    before: (orderId: string) => void = () => undefined,
  ) => {
    const orderId = newId('order', new Date())
    before(orderId)
    const order = await placeTestOrder(db, { ...request, orderId })
    nudge()
    return order
  }

  /** An order of one unit whose stock is put aside. */
  const reservedOrder = async (request: Parameters<typeof placeTestOrder>[1] = {}) => {
    const order = await placeOrder(request)
    await waitForStatus(order.orderId, 'STOCK_RESERVED')
    return order
  }

  const pay = async (
    { orderId, owner }: PlacedOrder,
    paymentMethod: string | null = 'pm_card_visa',
    walletMinor = 0n,
    paymentId = newId('payment', new Date()),
  ) => {
    const { paymentSeconds } = policy
    await openPayment(db, { orderId, owner, paymentId, paymentMethod, walletMinor, paymentSeconds })
    nudge()
    return paymentId
  }

  const cancel = async (
    { orderId, owner }: PlacedOrder,
    by: 'shopper' | 'operator' | 'system' = 'shopper',
    cancellationId = newCancellationId(),
  ): Promise<string> => {
    await inTransaction(db, tx =>
      requestCancellation(tx, { orderId, cancellationId, by, policy, ...(by === 'shopper' ? { owner } : {}) }),
    )
    nudge()
    return cancellationId
  }

  const askForReturn = async (
    { orderId, owner }: PlacedOrder,
    lines?: readonly { readonly variantId: string; readonly quantity: number }[],
  ): Promise<string> => {
    const returnId = newId('return', new Date())
    const request = {
      orderId,
      owner,
      returnId,
      by: 'shopper',
      reason: 'changed-mind',
      ...(lines ? { lines } : {}),
    } as const
    await inTransaction(db, tx => requestReturn(tx, request))
    nudge()
    return returnId
  }

  const parcelOf = async (orderId: string, kind: 'DELIVERY' | 'PICK_UP' = 'DELIVERY') =>
    (await db.shipment.findFirstOrThrow({ where: { orderId, kind, status: { not: 'CANCELLED' } } })).shipmentRef

  return { statusOf, waitForStatus, waitForSaga, placeOrder, reservedOrder, pay, cancel, askForReturn, parcelOf }
}

import { readCarrierEvent } from '@makegood/adapters/carrier/read-carrier-event'
import { readPaymentEvent } from '@makegood/adapters/payment/read-payment-event'
import type { Tx } from '@makegood/db/client'
import { findOrder } from '@makegood/db/order/find-order'

const readOrderId = {
  payment: (body: unknown): string | undefined => {
    const event = readPaymentEvent(body)
    return event && 'orderId' in event ? event.orderId : undefined
  },
  carrier: (body: unknown): string | undefined => readCarrierEvent(body)?.orderId,
}

/** The order that a webhook is about, by the ids that the shop gave with its request; null where it names none of the shop's. */
export const findOrderOfWebhook = async (
  db: Tx,
  provider: keyof typeof readOrderId,
  body: unknown,
): Promise<string | null> => {
  const orderId = readOrderId[provider](body)
  return orderId === undefined ? null : await findOrder(db, orderId)
}

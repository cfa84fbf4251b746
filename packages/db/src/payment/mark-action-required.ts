import type { Tx } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'

/** Records that the gateway wants the shopper's approval and where, and tells the pages that follow the order. */
export const markActionRequired = async (
  tx: Tx,
  correlationId: string,
  { orderId, paymentId }: { readonly orderId: string; readonly paymentId: string },
  actionUrl: string,
): Promise<void> => {
  await tx.$executeRaw`update payment set action_url = ${actionUrl} where id = ${paymentId} and status = 'OPEN'`
  await appendEvents(tx, correlationId, [newEvent('payment/action.required', { orderId, paymentId })])
}

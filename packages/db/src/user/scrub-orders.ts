import type { Tx } from '../client.ts'

/**
 * Leaves of a shopper's orders what was sold, paid and sent, and nothing of who they were: contact, address, their own
 * words, and every message about them. The browser with which an order was placed does not show it any more.
 */
export const scrubOrders = async (tx: Tx, userId: string, email: string): Promise<void> => {
  await tx.$executeRaw`
    update "order" set email = 'removed@removed.invalid', recipient = '-', phone = '-', postcode = '-', address1 = '-',
      address2 = '', delivery_note = '', visitor_hash = null, request_hash = 'removed', updated_at = now()
    where user_id = ${userId}`
  await tx.$executeRaw`
    update return_request r set note = '' from "order" o where o.id = r.order_id and o.user_id = ${userId} and r.note <> ''`
  await tx.$executeRaw`
    update cancellation c set note = '' from "order" o
    where o.id = c.order_id and o.user_id = ${userId} and c.mover = 'shopper' and c.note <> ''`
  // The recipient is part of a unique key, so each row gets one of its own.
  await tx.$executeRaw`
    update notification n set recipient = 'removed:' || n.id, data = '{}', last_error = null,
      status = case when n.status = 'PENDING' then 'SKIPPED' else n.status end
    where n.user_id = ${userId} or lower(n.recipient) = lower(${email})
      or n.order_id in (select o.id from "order" o where o.user_id = ${userId})`
}

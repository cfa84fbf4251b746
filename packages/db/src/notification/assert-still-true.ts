import { DomainError } from '@makegood/core/errors'
import { isStillTrue } from '@makegood/core/messages/is-still-true'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'

/** Throws `message-outdated` for a message that says of its order what is no longer so; the order cannot move meanwhile. */
export const assertStillTrue = async (tx: Tx, notificationId: string): Promise<void> => {
  const rows = await tx.$queryRaw<{ template: string; status: OrderStatus }[]>`
    select n.template, o.status from notification n join "order" o on o.id = n.order_id
    where n.id = ${notificationId} for share of o`
  const [row] = rows
  if (row && !isStillTrue(row.template, row.status))
    throw new DomainError('message-outdated', `${row.template} is no longer true of an order that is ${row.status}`)
}

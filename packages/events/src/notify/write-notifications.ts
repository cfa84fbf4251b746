import { messageSchemas } from '@makegood/core/messages/message-data'
import { type Channel, messagePlans, type ToldEvent } from '@makegood/core/messages/message-plan'
import { isWanted } from '@makegood/core/messages/preferences'
import { appendNotifications, type NewNotification } from '@makegood/db/notification/append-notifications'
import { type OrderFacts, readOrderFacts } from '@makegood/db/notification/read-order-facts'
import type { ShopEvent } from '../reactions/reaction.ts'
import type { Deps } from '../saga/deps.ts'
import type { Describe } from './describe.ts'
import { describeCancelled, describeConfirmed, describeLink, describeTakenUp } from './describe-order.ts'
import { describePartRefunded, describeRefunded } from './describe-refund.ts'
import { describeReturnAccepted, describeReturnRefunded, describeReturnRejected } from './describe-return.ts'
import { describeDelivered, describeShipped } from './describe-shipping.ts'

const describers: Readonly<Record<ToldEvent, Describe>> = {
  'order/confirmed': describeConfirmed,
  'order/link.requested': describeLink,
  'order/taken.up': describeTakenUp,
  'order/cancelled': describeCancelled,
  'shipping/dispatched': describeShipped,
  'shipping/delivered': describeDelivered,
  'payment/refunded': describeRefunded,
  'refund/finished': describePartRefunded,
  'return/accepted': describeReturnAccepted,
  'return/rejected': describeReturnRejected,
  'return/refunded': describeReturnRefunded,
}

const isTold = (event: ShopEvent): event is ShopEvent & { readonly name: ToldEvent } => event.name in describers

/**
 * Writes down what shall be told of these events, to whom and over which channels, each once. What cannot be said of one
 * event keeps none of the others from being told: it is thrown at the end, so that the batch comes again.
 */
export const writeNotifications = async (deps: Deps, events: readonly ShopEvent[]): Promise<number> => {
  const told = events.filter(isTold)
  const orders = await readOrderFacts(
    deps.db,
    told.map(event => String(event.payload.orderId)),
  )
  const failures: unknown[] = []
  const notifications: NewNotification[] = []
  for (const event of told) {
    try {
      notifications.push(...(await notificationsOf(deps, event, orders.get(String(event.payload.orderId)))))
    } catch (error) {
      failures.push(error)
    }
  }
  const written = await appendNotifications(deps.db, notifications)
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} events could not be told: ${failures[0]}`)
  return written
}

const notificationsOf = async (
  deps: Deps,
  event: ShopEvent & { readonly name: ToldEvent },
  order: OrderFacts | undefined,
): Promise<readonly NewNotification[]> => {
  if (!order) throw new Error(`no order ${String(event.payload.orderId)}`)
  const described = await describers[event.name](deps, event, order)
  if (!described) return []
  const { template, topic, channels } = messagePlans[event.name]
  const data = messageSchemas[template].parse(described)
  return channels.flatMap(channel =>
    recipientsOf(order, channel).map(recipient => ({
      eventId: event.id,
      channel,
      template,
      orderId: order.orderId,
      userId: order.userId,
      recipient,
      locale: order.locale,
      data,
      wanted: isWanted(order.preferences, channel, topic),
    })),
  )
}

/** Mail and SMS go where the order says, to guests too; push to each browser in which the shopper said yes. */
const recipientsOf = (order: OrderFacts, channel: Channel): readonly string[] =>
  ({ email: [order.email], sms: [order.phone], push: order.pushSubscriptionIds })[channel]

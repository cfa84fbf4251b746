import type { EventName } from '../events/catalogue.ts'
import type { MessageTemplate } from './message-data.ts'

export const channels = ['email', 'push', 'sms'] as const
export type Channel = (typeof channels)[number]

/** What a message is about: shoppers choose by this and by channel. */
export const topics = ['orders', 'shipping', 'money', 'restock', 'marketing'] as const
export type Topic = (typeof topics)[number]

export type MessagePlan = {
  readonly template: MessageTemplate
  readonly topic: Topic
  readonly channels: readonly Channel[]
}

/**
 * Which events are told to the shopper, as which message, over which channels. Only what is certain is here: an order is
 * told when it is confirmed, not when it is placed or paid. Whatever concerns money already taken is about money.
 */
export const messagePlans = {
  'order/confirmed': { template: 'order-confirmed', topic: 'orders', channels: ['email', 'push'] },
  'order/link.requested': { template: 'order-link', topic: 'money', channels: ['email'] },
  'order/taken.up': { template: 'order-taken-up-again', topic: 'money', channels: ['email', 'push'] },
  'order/cancelled': { template: 'order-cancelled', topic: 'money', channels: ['email'] },
  'shipping/dispatched': { template: 'order-shipped', topic: 'shipping', channels: ['email', 'push', 'sms'] },
  'shipping/delivered': { template: 'order-delivered', topic: 'shipping', channels: ['email', 'push', 'sms'] },
  'payment/refunded': { template: 'payment-refunded', topic: 'money', channels: ['email'] },
  'refund/finished': { template: 'payment-refunded', topic: 'money', channels: ['email'] },
  'return/accepted': { template: 'return-accepted', topic: 'orders', channels: ['email'] },
  'return/rejected': { template: 'return-rejected', topic: 'orders', channels: ['email'] },
  'return/refunded': { template: 'payment-refunded', topic: 'money', channels: ['email'] },
} as const satisfies Partial<Record<EventName, MessagePlan>>

/** Somebody who asked to be told that an option is back is told once, by mail; no event of an order leads to it. */
export const restockPlan = {
  template: 'back-in-stock',
  topic: 'restock',
  channels: ['email'],
} as const satisfies MessagePlan

/** Whether any message about this topic goes over this channel: a choice where none does would choose nothing. */
export const isEverTold = (channel: Channel, topic: Topic): boolean =>
  ([...Object.values(messagePlans), restockPlan] as readonly MessagePlan[]).some(
    plan => plan.topic === topic && plan.channels.includes(channel),
  )

export type ToldEvent = keyof typeof messagePlans

export const toldEvents = Object.keys(messagePlans) as readonly ToldEvent[]

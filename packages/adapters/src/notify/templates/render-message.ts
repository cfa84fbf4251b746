import type { Locale } from '@makegood/core/locale'
import {
  type MessageData,
  type MessageTemplate,
  messageLink,
  messageSchemas,
  type RenderedMessage,
} from '@makegood/core/messages/message-data'
import { render } from '@react-email/render'
import { asText } from './as-text.ts'
import { backInStock } from './back-in-stock.ts'
import { orderCancelled } from './order-cancelled.ts'
import { orderConfirmed } from './order-confirmed.ts'
import { orderDelivered } from './order-delivered.ts'
import { orderLink } from './order-link.ts'
import { orderShipped } from './order-shipped.ts'
import { orderTakenUpAgain } from './order-taken-up-again.ts'
import { paymentRefunded } from './payment-refunded.ts'
import { layOut } from './render-layout.ts'
import { returnAccepted } from './return-accepted.ts'
import { returnRejected } from './return-rejected.ts'
import type { Template } from './template.ts'

const templates: { readonly [Name in MessageTemplate]: Template<Name> } = {
  'order-confirmed': orderConfirmed,
  'order-shipped': orderShipped,
  'order-delivered': orderDelivered,
  'order-cancelled': orderCancelled,
  'payment-refunded': paymentRefunded,
  'order-link': orderLink,
  'order-taken-up-again': orderTakenUpAgain,
  'return-accepted': returnAccepted,
  'return-rejected': returnRejected,
  'back-in-stock': backInStock,
}

/**
 * Puts a message into words, in the shopper's language and in every form that a channel may need. The same data always
 * gives the same message; data that does not fit the template throws.
 */
export const renderMessage = async <Name extends MessageTemplate>(
  template: Name,
  locale: Locale,
  data: MessageData<Name>,
): Promise<RenderedMessage> => {
  const read = messageSchemas[template].parse(data) as MessageData<Name>
  const content = templates[template](read, locale)
  const orderNumber = 'orderNumber' in read ? read.orderNumber : ''
  const html = await render(layOut(content, { locale, orderNumber, link: messageLink(read) }))
  return { subject: content.subject, html, text: asText(html), short: content.short }
}

import { createHash } from 'node:crypto'
import { homeCountry } from '@makegood/core/address/countries'
import { leastIdAt } from '@makegood/core/ids'
import { type MessageTemplate, messageSchemas } from '@makegood/core/messages/message-data'
import { type Channel, messagePlans, type ToldEvent } from '@makegood/core/messages/message-plan'
import { toWireMoney } from '@makegood/core/money/wire-money'
import type { TransitionReason } from '@makegood/core/order/order-states'
import type { Prisma } from '../../generated/prisma/client.ts'
import { makeGuestLink } from '../../order/guest-link.ts'
import { seedId } from '../seed-id.ts'
import { cancelNoteOf } from './money-rows.ts'
import { visitorHashOf } from './order-rows.ts'
import { toShipments } from './parcel-rows.ts'
import type { StoryOrder } from './plan-story.ts'
import { givenBackMinor, isGivenBack } from './read-story-order.ts'
import { personIdOf } from './story-ids.ts'

export type StoryAddresses = {
  /** Where the carrier shows where a parcel is. */
  readonly carrierUrl: string
  /** Under which people reach the shop. */
  readonly webUrl: string
}

type Move = StoryOrder['moves'][number]

const sentAfterMs = 2000
const completionMs = 7 * 24 * 60 * 60 * 1000

/** What the shop tells when an order moves; nothing of most moves. */
const toldBy: Partial<Record<TransitionReason, ToldEvent>> = {
  confirmed: 'order/confirmed',
  'handed-over': 'shipping/dispatched',
  delivered: 'shipping/delivered',
  'return-accepted': 'return/accepted',
  refunded: 'return/refunded',
}
const eventOf = ({ to, reason }: Move): ToldEvent | undefined =>
  to === 'CANCELLED' ? 'order/cancelled' : toldBy[reason]

/** What the shopper was told while the order went its way, as the shop writes it; nobody of the story takes push messages. */
export const toMessages = (
  order: StoryOrder,
  orderNumber: string,
  at: StoryAddresses,
): Prisma.NotificationCreateManyInput[] =>
  order.moves.flatMap(move => {
    const event = eventOf(move)
    if (!event) return []
    const { template, channels } = messagePlans[event]
    const data = messageSchemas[template].parse({
      ...commonOf(order, at, move.at),
      orderNumber,
      ...dataOf(template, order, move, at),
    })
    const eventId = seedId('event', `${order.id} ${event}`)
    return channels
      .filter(channel => channel !== 'push')
      .map(channel => ({
        id: idOf(eventId, channel, move.at),
        eventId,
        channel,
        template,
        orderId: order.id,
        userId: order.person.member ? personIdOf(order.person.email) : null,
        recipient: channel === 'email' ? order.person.email : order.person.phone,
        locale: order.person.locale,
        data,
        status: 'SENT',
        attempts: 1,
        nextAttemptAt: move.at,
        ref: `story-${channel}`,
        createdAt: move.at,
        sentAt: new Date(move.at.getTime() + sentAfterMs),
      }))
  })

/** Ids of messages sort by their time. */
const idOf = (eventId: string, channel: Channel, at: Date): string => {
  const digits = createHash('sha256').update(`${eventId} ${channel}`).digest('hex').slice(0, 16)
  return leastIdAt('notification', at).slice(0, -digits.length) + digits
}

const won = (amountMinor: bigint) => toWireMoney({ amountMinor, currency: 'KRW' })

const commonOf = ({ id, person }: StoryOrder, { webUrl }: StoryAddresses, at: Date) => {
  const url = new URL(`${person.locale === 'ko' ? '' : `/${person.locale}`}/orders/${id}`, webUrl)
  if (!person.member)
    url.searchParams.set('link', makeGuestLink({ orderId: id, visitorHash: visitorHashOf(person) }, at))
  return { name: person.name, orderUrl: url.href }
}

const linesOf = ({ lines, person: { locale } }: StoryOrder) =>
  lines.map(line => ({
    name: locale === 'ko' ? line.nameKo : line.nameEn,
    option: locale === 'ko' ? line.optionKo : line.optionEn,
    quantity: line.quantity,
    lineTotal: won(line.priceMinor * BigInt(line.quantity)),
  }))

const unpricedOf = (order: StoryOrder) => linesOf(order).map(({ lineTotal: _, ...line }) => line)

const addressOf = ({ person: { postcode, address1, address2, country } }: StoryOrder): string =>
  [`${postcode} ${address1}`, address2, country === homeCountry ? '' : country].filter(Boolean).join(', ')

const parcelOf = (order: StoryOrder, kind: 'DELIVERY' | 'PICK_UP', carrierUrl: string) => {
  const parcel = toShipments(order, carrierUrl).find(candidate => candidate.kind === kind)
  return parcel ? { carrierName: parcel.carrier, trackingNo: parcel.trackingNo, trackingUrl: parcel.trackingUrl } : null
}

const dataOf = (template: MessageTemplate, order: StoryOrder, move: Move, { carrierUrl }: StoryAddresses) => {
  const back = { toCard: won(isGivenBack(order) ? givenBackMinor(order) : 0n), toWallet: won(0n) }
  const data: Partial<Record<MessageTemplate, Record<string, unknown>>> = {
    'order-confirmed': {
      lines: linesOf(order),
      goods: won(order.goodsMinor),
      discount: won(order.discountMinor),
      delivery: won(order.deliveryMinor),
      total: won(order.totalMinor),
      byCard: won(order.totalMinor),
      byWallet: won(0n),
      recipient: order.person.name,
      address: addressOf(order),
    },
    'order-shipped': { lines: unpricedOf(order), parcel: parcelOf(order, 'DELIVERY', carrierUrl) },
    'order-delivered': {
      lines: unpricedOf(order),
      completesAt: new Date(move.at.getTime() + completionMs).toISOString(),
    },
    'order-cancelled': { reason: move.reason, note: cancelNoteOf(order), shortLines: [], fee: won(0n), ...back },
    'return-accepted': {
      lines: unpricedOf(order),
      refund: won(order.goodsMinor),
      parcel: parcelOf(order, 'PICK_UP', carrierUrl),
    },
    'payment-refunded': { cause: 'return', ...back },
  }
  return data[template]
}

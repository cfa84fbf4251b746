import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { orderTransitions } from '../order/order-states.ts'

const text = (max: number) => z.string().trim().min(1).max(max)
const link = z.url({ protocol: /^https?$/ })

const cancelReasons = orderTransitions.flatMap(row => (row.to === 'CANCELLED' ? [row.reason] : []))

const common = {
  /** Who is spoken to: the recipient of the order. */
  name: text(80),
  orderNumber: text(40),
  /** The order's page; for a guest with a signed token in it. */
  orderUrl: link,
}

const line = z.strictObject({ name: text(200), option: z.string().max(200), quantity: z.int().positive() })
const soldLine = line.extend({ lineTotal: wireMoneySchema })
const parcel = z.strictObject({ carrierName: text(80), trackingNo: text(80), trackingUrl: link })
/** What goes back where; a part that is zero is not mentioned. */
const moneyBack = { toCard: wireMoneySchema, toWallet: wireMoneySchema }

/**
 * What each message to a shopper is made of. JSON only, so that it can wait in a row and be told again word for word;
 * names of goods are in the shopper's own language already.
 */
export const messageSchemas = {
  'order-confirmed': z.strictObject({
    ...common,
    lines: z.array(soldLine).min(1).max(100),
    goods: wireMoneySchema,
    discount: wireMoneySchema,
    /** Not in messages from before delivery had a price. */
    delivery: wireMoneySchema.optional(),
    total: wireMoneySchema,
    byCard: wireMoneySchema,
    byWallet: wireMoneySchema,
    recipient: text(80),
    address: text(500),
  }),
  'order-shipped': z.strictObject({ ...common, lines: z.array(line).min(1).max(100), parcel }),
  /** `completesAt`: until then a return can be asked for. */
  'order-delivered': z.strictObject({ ...common, lines: z.array(line).min(1).max(100), completesAt: z.iso.datetime() }),
  /** `note` is what an operator wrote to the shopper; may be empty. `shortLines` only where stock was not enough. */
  'order-cancelled': z.strictObject({
    ...common,
    reason: z.enum(cancelReasons),
    note: z.string().max(1000),
    shortLines: z.array(z.strictObject({ name: text(200), wanted: z.int(), available: z.int() })).max(100),
    fee: wireMoneySchema,
    ...moneyBack,
  }),
  /** `late`: a payment that came after its order was given up. `return`: goods came back. `part`: an operator gave it. */
  'payment-refunded': z.strictObject({ ...common, cause: z.enum(['late', 'return', 'part']), ...moneyBack }),
  /** The way to an order, for somebody who asked for it. */
  'order-link': z.strictObject({ ...common }),
  /** The order is the new one; `takenUpFrom` is the number of the one that had been given up. */
  'order-taken-up-again': z.strictObject({ ...common, takenUpFrom: text(40), total: wireMoneySchema }),
  /** `parcel`: who fetches the goods; null where nothing has to come back. */
  'return-accepted': z.strictObject({
    ...common,
    lines: z.array(line).min(1).max(100),
    refund: wireMoneySchema,
    parcel: parcel.nullable(),
  }),
  'return-rejected': z.strictObject({ ...common, lines: z.array(line).min(1).max(100), reason: text(1000) }),
  /** Nobody's order: what somebody asked to be told of. Guests have told no name; `left` is how many there are now. */
  'back-in-stock': z.strictObject({
    name: z.string().trim().max(80),
    product: text(200),
    option: z.string().max(200),
    price: wireMoneySchema,
    left: z.int().positive(),
    /** The product's page with this option chosen. */
    productUrl: link,
  }),
} as const

export type MessageTemplate = keyof typeof messageSchemas
export type MessageData<Template extends MessageTemplate> = z.infer<(typeof messageSchemas)[Template]>

/** Where a message's button leads: the order's page, or the product's where it is about no order. */
export const messageLink = (data: MessageData<MessageTemplate>): string =>
  'orderUrl' in data ? data.orderUrl : data.productUrl

export const messageTemplates = Object.keys(messageSchemas) as readonly MessageTemplate[]

/** One message in every form that a channel may need; `short` is for SMS and push. */
export type RenderedMessage = {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly short: { readonly title: string; readonly body: string }
}

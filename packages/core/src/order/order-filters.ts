import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { line } from '../text.ts'
import { orderStatuses } from './order-states.ts'

/**
 * How it stands with an order's money: "refunded" is only what was given back; what is planned is `refunding`, what was
 * refused or did not arrive is `refund-owed`, and `late-charge` came for an attempt that was given up.
 */
export const paymentStates = [
  'none',
  'open',
  'failed',
  'late-charge',
  'paid',
  'refunding',
  'refund-owed',
  'part-refunded',
  'refunded',
] as const
export type PaymentState = (typeof paymentStates)[number]

/**
 * What an order's unfinished saga is doing: a retry and a wait are states of their own, never hidden in "running". An order
 * that somebody has paused is `paused`, whether a saga of it is under way or not.
 */
export const orderSagaStates = ['running', 'waiting', 'retrying', 'undoing', 'paused', 'stopped'] as const
export type OrderSagaState = (typeof orderSagaStates)[number]

export const orderSorts = ['newest', 'oldest'] as const
/** Orders that hold money or goods and have neither ended well nor been undone: what Today counts as held. */
export const heldKinds = ['money', 'stock'] as const
export type HeldKind = (typeof heldKinds)[number]
export const deliveryMethods = ['standard', 'express'] as const
const minor = z.string().regex(/^\d{1,15}$/)

/** What the list of orders can be narrowed to; every filter that is given must hold. */
export const orderFiltersSchema = z.strictObject({
  statuses: z.array(z.enum(orderStatuses)).max(orderStatuses.length).default([]),
  payments: z.array(z.enum(paymentStates)).max(paymentStates.length).default([]),
  sagas: z.array(z.enum(orderSagaStates)).max(orderSagaStates.length).default([]),
  attention: z.boolean().default(false),
  held: z.enum(heldKinds).optional(),
  delivery: z.enum(deliveryMethods).optional(),
  /** Days of the shop, both within. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  totalFrom: minor.optional(),
  totalTo: minor.optional(),
  /** A product's name or the beginning of a SKU. */
  product: line(100).optional(),
  /** A number, a mail, a phone, a name, a product, or a reference of the gateway or the carrier. */
  q: line(100).optional(),
})
export type OrderFilters = z.output<typeof orderFiltersSchema>

export const listOrdersInput = orderFiltersSchema.extend({
  sort: z.enum(orderSorts).default('newest'),
  /** Where the page before ended; pages are by key, so a page costs the same however deep it is. */
  cursor: z.string().max(100).optional(),
})
export type ListOrders = z.output<typeof listOrdersInput>

export const countNewerInput = orderFiltersSchema.extend({ since: z.string().max(100) })

export const orderRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  version: z.int(),
  status: z.enum(orderStatuses),
  placedAt: z.iso.datetime(),
  email: z.string(),
  phone: z.string(),
  recipient: z.string(),
  total: wireMoneySchema,
  itemCount: z.int(),
  firstGoods: z.object({ ko: z.string(), en: z.string() }),
  lineCount: z.int(),
  delivery: z.enum(deliveryMethods),
  payment: z.enum(paymentStates),
  saga: z.enum(orderSagaStates).nullable(),
  needsAttention: z.boolean(),
  /** This row's place in the list. */
  cursor: z.string(),
})
export type OrderRow = z.infer<typeof orderRowSchema>

/** So many orders can be acted on at once. */
export const matchedOrdersMax = 1_000

/** All orders that filters ask for, as far as an act on many has to know them; null where they are more than can be acted on. */
export const matchedOrdersSchema = z.object({
  orders: z
    .array(
      orderRowSchema.pick({
        ...{ id: true, number: true, version: true, status: true, needsAttention: true },
        // What goes back where a paid one is cancelled.
        ...{ total: true, payment: true },
      }),
    )
    .nullable(),
})
export type MatchedOrder = NonNullable<z.infer<typeof matchedOrdersSchema>['orders']>[number]

/**
 * `searchedTo` is told where fewer orders than a page were found among all that one look may read: it goes on from there
 * with `nextCursor`.
 */
export const orderPageSchema = z.object({
  orders: z.array(orderRowSchema),
  nextCursor: z.string().nullable(),
  searchedTo: z.iso.datetime().nullable(),
})
export type OrderPage = z.infer<typeof orderPageSchema>

import { z } from 'zod'
import { addressViewSchema } from '../address/views.ts'
import { cancellationViewSchema } from '../cancellation/views.ts'
import { deliveryMethods } from '../delivery/delivery-terms.ts'
import { locales } from '../locale.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { refundViewSchema } from '../refund/views.ts'
import { returnViewSchema } from '../return/views.ts'
import { shipmentViewSchema } from '../shipment/views.ts'
import { orderStatuses } from './order-states.ts'

/**
 * One stage of an order as a shopper sees it. `done`: it happened. `mended`: it failed and was undone. `now`: under way
 * or waiting for the shopper. `todo`: still to come. `stopped`: the order ended here.
 */
export const progressStageSchema = z.object({
  id: z.enum([
    'placed',
    'reserved',
    'sold-out',
    'payment',
    'payment-failed',
    'paid',
    'confirmed',
    'cancelled',
    'preparing',
    'shipping',
    'delivered',
    'completed',
    'returned',
    'refunded',
  ]),
  state: z.enum(['done', 'mended', 'now', 'todo', 'stopped']),
  at: z.iso.datetime().nullable(),
  /** For a failed payment why (a DeclineReason, `gateway-trouble`, …); for `cancelled` the reason of the move. */
  reason: z.string().nullable(),
})
export type ProgressStage = z.infer<typeof progressStageSchema>

export const orderLineViewSchema = z.object({
  variantId: z.string(),
  name: z.string(),
  option: z.string(),
  picturePath: z.string(),
  unitPrice: wireMoneySchema,
  quantity: z.int(),
  lineTotal: wireMoneySchema,
  /** Its share of the order's discount, for all its units. */
  discount: wireMoneySchema,
  /** Units that are in a return which was not rejected. */
  returned: z.int(),
})

/** How the parcel travels, what that costs, and between which of the shop's calendar days it shall arrive; null where nothing was promised. */
export const orderDeliverySchema = z.object({
  method: z.enum(deliveryMethods),
  price: wireMoneySchema,
  arrival: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
})

const otherOrderSchema = z.object({ id: z.string(), number: z.string() })

export const orderViewSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStatuses),
  /** Rises with every move of the order. */
  version: z.int(),
  /** Changes with anything in this view: the event id of the live subscription. */
  revision: z.string(),
  placedAt: z.iso.datetime(),
  /** The language in which it was placed. */
  locale: z.enum(locales),
  /** total = goods - discount + delivery */
  goods: wireMoneySchema,
  discount: wireMoneySchema,
  delivery: orderDeliverySchema,
  total: wireMoneySchema,
  /** True where it belongs to somebody who can sign in, false where to a guest. */
  ofAccount: z.boolean(),
  email: z.string(),
  /** True for who came by a link: e-mail, phone and the like are shown in part only. */
  contactHidden: z.boolean(),
  address: addressViewSchema,
  lines: z.array(orderLineViewSchema),
  progress: z.array(progressStageSchema),
  /** The variants that were short when the order was cancelled for lack of stock. */
  shortLines: z.array(z.object({ variantId: z.string(), name: z.string(), wanted: z.int(), available: z.int() })),

  /** What the shopper may do now. */
  canPay: z.boolean(),
  canCancel: z.boolean(),
  canReturn: z.boolean(),
  canConfirm: z.boolean(),

  /** Until when the goods are kept, the payment may take, a return can be asked for; null where that is not the question now. */
  reservedUntil: z.iso.datetime().nullable(),
  payUntil: z.iso.datetime().nullable(),
  completesAt: z.iso.datetime().nullable(),

  /** What was taken for the order, by its legs; null while it is not paid. */
  paid: z.object({ card: wireMoneySchema, wallet: wireMoneySchema }).nullable(),
  /** Where the shopper approves the payment at the bank, while the bank waits for it. */
  approval: z.object({ paymentId: z.string(), url: z.string() }).nullable(),
  /** The last request to cancel the order. */
  cancellation: cancellationViewSchema.nullable(),
  refunds: z.array(refundViewSchema),
  shipment: shipmentViewSchema.nullable(),
  returns: z.array(returnViewSchema),
  /** The cancelled order whose late payment pays this one, and the other way round. */
  takenUpFrom: otherOrderSchema.nullable(),
  takenUpBy: otherOrderSchema.nullable(),
})
export type OrderView = z.infer<typeof orderViewSchema>

export const orderSummarySchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStatuses),
  placedAt: z.iso.datetime(),
  total: wireMoneySchema,
  itemCount: z.int(),
  firstLineName: z.string(),
  firstPicturePath: z.string(),
})

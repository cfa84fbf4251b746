import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money.ts'
import { addressSchema } from './inputs.ts'
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
  ]),
  state: z.enum(['done', 'mended', 'now', 'todo', 'stopped']),
  at: z.iso.datetime().nullable(),
  /** For a failed payment why (a DeclineReason, or `gateway-trouble`); for `sold-out` nothing. */
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
})

export const orderViewSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(orderStatuses),
  /** Rises with every change of the order: the event id of the live subscription. */
  version: z.int(),
  placedAt: z.iso.datetime(),
  total: wireMoneySchema,
  email: z.string(),
  address: addressSchema,
  lines: z.array(orderLineViewSchema),
  progress: z.array(progressStageSchema),
  /** True where the shopper can pay now: stock is put aside and no payment is under way. */
  canPay: z.boolean(),
  reservedUntil: z.iso.datetime().nullable(),
  /** The variants that were short when the order was cancelled for lack of stock. */
  shortLines: z.array(z.object({ variantId: z.string(), name: z.string(), wanted: z.int(), available: z.int() })),
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

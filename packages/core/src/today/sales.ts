import { z } from 'zod'
import { addConfirmTimes, type ConfirmTimes } from './confirm-times.ts'

/** What happened in a span of time, each thing counted when it happened. Amounts are minor units of the shop's currency. */
export type Sales = {
  readonly orders: number
  readonly confirmed: number
  readonly confirmedMinor: bigint
  readonly cancelled: number
  readonly reserved: number
  readonly unreserved: number
  readonly paid: number
  readonly unpaid: number
  readonly incidents: number
  readonly refunds: number
  readonly refundedMinor: bigint
  readonly carts: number
  readonly confirmTimes: ConfirmTimes
}

export const noSales: Sales = {
  orders: 0,
  confirmed: 0,
  confirmedMinor: 0n,
  cancelled: 0,
  reserved: 0,
  unreserved: 0,
  paid: 0,
  unpaid: 0,
  incidents: 0,
  refunds: 0,
  refundedMinor: 0n,
  carts: 0,
  confirmTimes: {},
}

const counts = [
  'orders',
  'confirmed',
  'cancelled',
  'reserved',
  'unreserved',
  'paid',
  'unpaid',
  'incidents',
  'refunds',
  'carts',
] as const
type Count = (typeof counts)[number]

export const addSales = (all: readonly Sales[]): Sales => ({
  ...(Object.fromEntries(counts.map(key => [key, all.reduce((sum, one) => sum + one[key], 0)])) as Record<
    Count,
    number
  >),
  confirmedMinor: all.reduce((sum, one) => sum + one.confirmedMinor, 0n),
  refundedMinor: all.reduce((sum, one) => sum + one.refundedMinor, 0n),
  confirmTimes: addConfirmTimes(all.map(one => one.confirmTimes)),
})

/** A part of a whole as a number from 0 to 1; null where there is no whole. */
export const partOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

export const sharesSchema = z.object({
  /** Confirmed orders of all baskets: those that became an order, which empties them, and those that stand with goods in them. */
  conversion: z.number().nullable(),
  /** Money given back of the money of confirmed orders. */
  refundRate: z.number().nullable(),
  reservationFailures: z.number().nullable(),
  paymentFailures: z.number().nullable(),
})

export const sharesOf = (sales: Sales): z.infer<typeof sharesSchema> => ({
  conversion: partOf(Math.min(sales.confirmed, sales.orders + sales.carts), sales.orders + sales.carts),
  refundRate: partOf(Number(sales.refundedMinor), Number(sales.confirmedMinor)),
  reservationFailures: partOf(sales.unreserved, sales.reserved + sales.unreserved),
  paymentFailures: partOf(sales.unpaid, sales.paid + sales.unpaid),
})

/** Everything that did not go as the shopper wanted: no stock, no payment, something in front of a person. */
export const failuresOf = (sales: Sales): number => sales.unreserved + sales.unpaid + sales.incidents

/** Null where no order was confirmed. */
export const averageOrderMinor = (sales: Sales): bigint | null =>
  sales.confirmed === 0 ? null : sales.confirmedMinor / BigInt(sales.confirmed)

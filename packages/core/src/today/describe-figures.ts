import { shopCurrency } from '../money/shop-currency.ts'
import { toWireMoney, type WireMoney } from '../money/wire-money.ts'
import { confirmTimeWithin } from './confirm-times.ts'
import type { Period, Span } from './periods.ts'
import { addSales, averageOrderMinor, failuresOf, type Sales, sharesOf } from './sales.ts'
import { type Compares, comparedFrom, type TodayFigures, type TodayFiguresView, type TodaySpan } from './views.ts'

/** A shop that began so early in a period is taken to have sold all through it. */
const missedMost = 0.1

type SalesHour = Sales & { readonly hour: Date }

/**
 * What Today shows of a period and the one before it, from what happened in each hour of both, and whether the two compare.
 * `firstOrderAt` is null in a shop in which nobody has bought.
 */
export const describeFigures = (
  period: Period,
  hours: readonly SalesHour[],
  firstOrderAt: Date | null,
): Omit<TodayFiguresView, 'asOf' | 'topProducts'> => {
  const salesIn = (span: Span): Sales => addSales(hours.filter(({ hour }) => hour >= span.from && hour < span.to))
  const spans = period.spans.map(span => ({ span, sales: salesIn(span) }))
  const before = period.before.map(span => ({ span, sales: salesIn(span) }))
  const figuresBefore = describeAll(before)
  return {
    by: period.kind,
    figures: describeAll(spans),
    before: figuresBefore,
    compares: comparesWith(figuresBefore, firstOrderAt),
    spans: spans.map(({ span, sales }) => describeSpan(span, sales)),
    spansBefore: before.map(({ span, sales }) => describeSpan(span, sales)),
  }
}

/** Not with a period before in which the shop had few orders, or did not sell yet at its beginning. */
const comparesWith = ({ from, to, orders }: TodayFigures, firstOrderAt: Date | null): Compares => {
  if (orders < comparedFrom || firstOrderAt === null) return 'too-few'
  const [begin, end] = [new Date(from).getTime(), new Date(to).getTime()]
  return firstOrderAt.getTime() > begin + (end - begin) * missedMost ? 'began-later' : 'yes'
}

const inShopMoney = (amountMinor: bigint): WireMoney => toWireMoney({ amountMinor, currency: shopCurrency })

const describeSpan = ({ from, to }: Span, sales: Sales): TodaySpan => ({
  from: from.toISOString(),
  to: to.toISOString(),
  orders: sales.orders,
  confirmed: sales.confirmed,
  revenue: inShopMoney(sales.confirmedMinor),
  failures: failuresOf(sales),
  confirmP50Ms: confirmTimeWithin(sales.confirmTimes, 0.5),
  confirmP95Ms: confirmTimeWithin(sales.confirmTimes, 0.95),
})

const describeAll = (all: readonly { readonly span: Span; readonly sales: Sales }[]): TodayFigures => {
  const sales = addSales(all.map(one => one.sales))
  const whole = { from: all[0]?.span.from ?? new Date(0), to: all.at(-1)?.span.to ?? new Date(0) }
  const average = averageOrderMinor(sales)
  return {
    ...describeSpan(whole, sales),
    shares: sharesOf(sales),
    averageOrder: average === null ? null : inShopMoney(average),
    refunded: inShopMoney(sales.refundedMinor),
    cancelled: sales.cancelled,
    reservationsFailed: sales.unreserved,
    paymentsFailed: sales.unpaid,
    incidents: sales.incidents,
    carts: sales.carts,
  }
}

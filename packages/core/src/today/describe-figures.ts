import { shopCurrency } from '../money/shop-currency.ts'
import { toWireMoney, type WireMoney } from '../money/wire-money.ts'
import { confirmTimeWithin } from './confirm-times.ts'
import type { Period, Span } from './periods.ts'
import { addSales, averageOrderMinor, failuresOf, type Sales, sharesOf } from './sales.ts'
import type { TodayFigures, TodayFiguresView, TodaySpan } from './views.ts'

type SalesHour = Sales & { readonly hour: Date }

/** What Today shows of a period and the one before it, from what happened in each hour of both. */
export const describeFigures = (
  period: Period,
  hours: readonly SalesHour[],
): Omit<TodayFiguresView, 'asOf' | 'topProducts'> => {
  const salesIn = (span: Span): Sales => addSales(hours.filter(({ hour }) => hour >= span.from && hour < span.to))
  const spans = period.spans.map(span => ({ span, sales: salesIn(span) }))
  const before = period.before.map(span => ({ span, sales: salesIn(span) }))
  return {
    by: period.kind,
    figures: describeAll(spans),
    before: describeAll(before),
    spans: spans.map(({ span, sales }) => describeSpan(span, sales)),
    spansBefore: before.map(({ span, sales }) => describeSpan(span, sales)),
  }
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

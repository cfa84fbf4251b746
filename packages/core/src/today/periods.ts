import { shopDayOf, startOfShopDay } from '../shop-time.ts'

/** By what Today counts: the last 24 hours, the last 14 days or the last 12 weeks, this one included. */
export const periodKinds = ['hour', 'day', 'week'] as const
export type PeriodKind = (typeof periodKinds)[number]

export type Span = { readonly from: Date; readonly to: Date }
export type Period = {
  readonly kind: PeriodKind
  /** One for each bar, the oldest first; the last one ends now. */
  readonly spans: readonly Span[]
  /** The same spans one period earlier; the last one as far as this one has come, so that the two compare. */
  readonly before: readonly Span[]
}

const hourMs = 60 * 60 * 1000
const bars = { hour: 24, day: 14, week: 12 } as const
const daysEach = { day: 1, week: 7 } as const

/** The period that ends now, and the one before it. Days and weeks are the shop's; a week begins on Monday. */
export const periodUntil = (kind: PeriodKind, now: Date): Period => {
  const count = bars[kind]
  const starts = Array.from({ length: 2 * count }, (_, back) => startOf(kind, now, back)).reverse()
  const spans = starts.map((from, place) => ({ from, to: starts[place + 1] ?? now }))
  const before = spans.slice(0, count)
  const current = spans.slice(count)
  const last = before.at(-1)
  const came = now.getTime() - (current.at(-1)?.from ?? now).getTime()
  if (last) before[count - 1] = { from: last.from, to: hourOf(new Date(last.from.getTime() + came)) }
  return { kind, spans: current, before }
}

/** The moments at which a span of the period or of the one before it begins, and where the shorter one ends; in order. */
export const momentsOf = ({ spans, before }: Period): readonly Date[] => {
  const moments = [...before, ...spans].map(({ from }) => from)
  const last = before.at(-1)
  if (last) moments.push(last.to)
  return [...new Map(moments.map(at => [at.getTime(), at])).values()].toSorted((a, b) => a.getTime() - b.getTime())
}

/** Rows are kept by the hour. */
export const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / hourMs) * hourMs)

const startOf = (kind: PeriodKind, now: Date, back: number): Date => {
  if (kind === 'hour') return new Date(hourOf(now).getTime() - back * hourMs)
  const noon = new Date(`${shopDayOf(now)}T12:00:00Z`)
  const sinceMonday = kind === 'week' ? (noon.getUTCDay() + 6) % 7 : 0
  noon.setUTCDate(noon.getUTCDate() - sinceMonday - back * daysEach[kind])
  return startOfShopDay(noon.toISOString().slice(0, 10))
}

import type { Locale } from '@makegood/core/locale'
import { shopTimeZone } from '@makegood/core/shop-time'

/** English dates are British, as the shop's English is. */
const languages = { ko: 'ko-KR', en: 'en-GB' } as const satisfies Record<Locale, string>

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const

const styles = {
  /** `2027년 11월 27일`, `27 November 2027` */
  day: { dateStyle: 'long' },
  /** `2027년 11월 27일 오후 2:05`, `27 November 2027 at 14:05` */
  moment: { dateStyle: 'long', timeStyle: 'short' },
  /** `12월 1일 (화)`, `Tue 1 December` */
  weekday: { month: 'long', day: 'numeric', weekday: 'short' },
  /** `12월 1일`, `1 Dec` */
  shortDay: { month: 'short', day: 'numeric' },
  clock,
  /** For tables: `2026. 12. 01. 14:05:09`, `01/12/2026, 14:05:09` */
  tableMoment: { year: 'numeric', month: '2-digit', day: '2-digit', ...clock },
  exactClock: { ...clock, fractionalSecondDigits: 3 },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type DateStyle = keyof typeof styles

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (style: DateStyle, locale: Locale): Intl.DateTimeFormat => {
  const name = `${locale} ${style}`
  const format =
    formats.get(name) ?? new Intl.DateTimeFormat(languages[locale], { ...styles[style], timeZone: shopTimeZone })
  formats.set(name, format)
  return format
}

/** A moment in the shop's own time and the reader's language; the only way the shop prints a date. */
export const dateText = (at: string | Date, style: DateStyle, locale: Locale): string =>
  formatOf(style, locale).format(typeof at === 'string' ? new Date(at) : at)

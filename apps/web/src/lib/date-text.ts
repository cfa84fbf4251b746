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
  /** For the console: `2026년 12월 1일 14:05`, `1 Dec 2026, 14:05` */
  tableMoment: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  /** To the second and with its zone, for whoever wants to know it exactly. */
  exactMoment: { year: 'numeric', month: 'long', day: 'numeric', ...clock, timeZoneName: 'short' },
  /** `14시`, `14` */
  hour: { hour: '2-digit', hourCycle: 'h23' },
  exactClock: { ...clock, fractionalSecondDigits: 3 },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof styles

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (style: DateStyle, locale: Locale, timeZone: string): Intl.DateTimeFormat => {
  const name = `${locale} ${style} ${timeZone}`
  const format = formats.get(name) ?? new Intl.DateTimeFormat(languages[locale], { ...styles[style], timeZone })
  formats.set(name, format)
  return format
}

/**
 * A moment in the reader's language; the only way the shop prints a date. To shoppers it is the shop's own time, to
 * operators that of where they are.
 */
export const dateText = (
  at: string | Date,
  style: DateStyle,
  locale: Locale,
  timeZone: string = shopTimeZone,
): string => formatOf(style, locale, timeZone).format(typeof at === 'string' ? new Date(at) : at)

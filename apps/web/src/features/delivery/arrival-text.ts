import type { Arrival } from '@makegood/core/delivery/estimate-arrival'

// The days are days in the shop, without a clock: noon UTC is the same date everywhere it is shown.
const formats = {
  ko: new Intl.DateTimeFormat('ko-KR', { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' }),
} as const

const dayText = (day: string, locale: string): string =>
  formats[locale === 'en' ? 'en' : 'ko'].format(new Date(`${day}T12:00:00Z`))

/** The shop's days between which something arrives, such as `12월 1일 (화) – 12월 3일 (목)`; one day where both are the same. */
export const arrivalText = ({ from, to }: Arrival, locale: string): string =>
  from === to ? dayText(from, locale) : `${dayText(from, locale)} – ${dayText(to, locale)}`

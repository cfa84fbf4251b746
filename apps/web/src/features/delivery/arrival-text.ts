import type { Arrival } from '@makegood/core/delivery/estimate-arrival'
import type { Locale } from '@makegood/core/locale'
import { dateText } from '../../lib/date-text'

// The days are days in the shop, without a clock: noon is the same date everywhere it is shown.
const dayText = (day: string, locale: Locale): string => dateText(`${day}T12:00:00+09:00`, 'weekday', locale)

/** The shop's days between which something arrives, such as `12월 1일 (화) – 12월 3일 (목)`; one day where both are the same. */
export const arrivalText = ({ from, to }: Arrival, locale: Locale): string =>
  from === to ? dayText(from, locale) : `${dayText(from, locale)} – ${dayText(to, locale)}`

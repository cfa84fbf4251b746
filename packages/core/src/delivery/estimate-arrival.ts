import { homeCountry } from '../address/countries.ts'
import { shopDayOf } from '../shop-time.ts'
import type { DayRange, DeliveryChoice, DeliveryTerms } from './delivery-terms.ts'

/** The shop's calendar days, such as `2026-11-26`, between which a parcel arrives, both included. */
export type Arrival = { readonly from: string; readonly to: string }

/**
 * Between which days a parcel that is ordered at this instant arrives: so many working days after the shop's own calendar
 * day. Saturdays and Sundays count out; public holidays are not known here.
 */
export const estimateArrival = (choice: DeliveryChoice, orderedAt: Date, terms: DeliveryTerms): Arrival => {
  const { min, max } = daysOf(choice, terms)
  return { from: addWorkingDays(shopDayOf(orderedAt), min), to: addWorkingDays(shopDayOf(orderedAt), max) }
}

const daysOf = ({ method, country }: DeliveryChoice, { days }: DeliveryTerms): DayRange =>
  country === homeCountry ? days[method] : days.abroad

/** The day that is so many working days after this one. */
const addWorkingDays = (day: string, count: number): string => {
  // Noon, so that no zone's change of clocks moves the date.
  const at = new Date(`${day}T12:00:00Z`)
  for (let left = count; left > 0; ) {
    at.setUTCDate(at.getUTCDate() + 1)
    if (at.getUTCDay() !== 0 && at.getUTCDay() !== 6) left -= 1
  }
  return at.toISOString().slice(0, 10)
}

import { homeCountry } from '@makegood/core/address/countries'
import {
  type DeliveryChoice,
  fromWireDeliveryTerms,
  type WireDeliveryTerms,
} from '@makegood/core/delivery/delivery-terms'
import { estimateArrival } from '@makegood/core/delivery/estimate-arrival'
import type { Locale } from '@makegood/core/locale'
import { money } from '@makegood/core/money/money'
import { toWireMoney, type WireMoney } from '@makegood/core/money/wire-money'
import { arrivalText } from '../delivery/arrival-text'
import type { DeliveryWords } from './delivery-line'

export type DeliveryRow = {
  readonly way: 'standard' | 'express' | 'abroad'
  readonly price: WireMoney
  readonly arrival: string
}

const ways = {
  standard: { method: 'standard', country: homeCountry },
  express: { method: 'express', country: homeCountry },
  // Any other country: the terms know only home and abroad.
  abroad: { method: 'standard', country: 'US' },
} as const satisfies Record<DeliveryRow['way'], DeliveryChoice>

/** What each way of delivery costs and between which days it arrives if it is ordered at this moment. */
export const toDeliveryWords = (
  wire: WireDeliveryTerms,
  at: Date,
  locale: Locale,
): { readonly line: DeliveryWords; readonly rows: readonly DeliveryRow[] } => {
  const terms = fromWireDeliveryTerms(wire)
  const won = (amountMinor: bigint) => toWireMoney(money(amountMinor, 'KRW'))
  const arrivalOf = (way: DeliveryRow['way']) => arrivalText(estimateArrival(ways[way], at, terms), locale)
  return {
    line: {
      standardPrice: won(terms.standardMinor),
      freeFrom: won(terms.freeFromMinor),
      arrival: arrivalOf('standard'),
    },
    rows: [
      { way: 'standard', price: won(terms.standardMinor), arrival: arrivalOf('standard') },
      { way: 'express', price: won(terms.expressMinor), arrival: arrivalOf('express') },
      { way: 'abroad', price: won(terms.abroadMinor), arrival: arrivalOf('abroad') },
    ],
  }
}

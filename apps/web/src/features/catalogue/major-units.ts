import type { WireMoney } from '@makegood/core/money/wire-money'

const digits: Record<WireMoney['currency'], number> = { KRW: 0, JPY: 0, USD: 2, EUR: 2 }

/** The amount as search engines want it: in the currency's main unit, with a point. */
export const majorUnits = ({ amountMinor, currency }: WireMoney): string => {
  const places = digits[currency]
  if (places === 0) return amountMinor
  const padded = amountMinor.padStart(places + 1, '0')
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`
}

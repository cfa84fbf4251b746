import { homeCountry } from '@makegood/core/address/countries'
import type { Locale } from '@makegood/core/locale'
import { toWireMoney, type WireMoney } from '@makegood/core/money/wire-money'
import type { FactLine, OrderFacts } from '@makegood/db/notification/read-order-facts'
import type { ParcelFacts } from '@makegood/db/notification/read-parcel-facts'
import { makeGuestLink } from '@makegood/db/order/guest-link'

/**
 * The order's page in the shopper's language, where Korean has the plain addresses; a guest, who cannot sign in, gets a
 * link that shows it.
 */
const orderUrlOf = (webUrl: string, { orderId, locale, visitorHash }: OrderFacts): string => {
  const url = new URL(`${locale === 'ko' ? '' : `/${locale}`}/orders/${orderId}`, webUrl)
  if (visitorHash) url.searchParams.set('link', makeGuestLink({ orderId, visitorHash }, new Date()))
  return url.href
}

/** What every message says: to whom, about which order, and where its page is. */
export const commonOf = (webUrl: string, order: OrderFacts) => ({
  name: order.recipient,
  orderNumber: order.number.toString(),
  orderUrl: orderUrlOf(webUrl, order),
})

export const moneyOf = ({ currency }: OrderFacts, amountMinor: bigint | null): WireMoney =>
  toWireMoney({ amountMinor: amountMinor ?? 0n, currency })

const nameIn = (line: FactLine, locale: Locale): string => (locale === 'ko' ? line.nameKo : line.nameEn)

/** Where it goes, on one line; the country only where it is not the shop's own. */
export const addressOf = ({ postcode, address1, address2, country }: OrderFacts): string =>
  [`${postcode} ${address1}`, address2, country === homeCountry ? '' : country].filter(Boolean).join(', ')

/** The name of a variant as it was sold with this order; the id where it was not. */
export const nameOfVariant = ({ lines, locale }: OrderFacts, variantId: string): string => {
  const line = lines.find(candidate => candidate.variantId === variantId)
  return line ? nameIn(line, locale) : variantId
}

const inWords = (line: FactLine, locale: Locale) => ({
  name: nameIn(line, locale),
  option: locale === 'ko' ? line.optionKo : line.optionEn,
})

export const linesOf = ({ lines, locale }: OrderFacts) =>
  lines.map(line => ({ ...inWords(line, locale), quantity: line.quantity }))

export const soldLinesOf = (order: OrderFacts) =>
  order.lines.map(line => ({
    ...inWords(line, order.locale),
    quantity: line.quantity,
    lineTotal: moneyOf(order, BigInt(line.unitPriceMinor) * BigInt(line.quantity)),
  }))

/** Only these units of the order, as they go back with a return. */
export const returnedLinesOf = (
  order: OrderFacts,
  returned: readonly { readonly variantId: string; readonly quantity: number }[],
) =>
  order.lines.flatMap(line => {
    const quantity = returned.find(({ variantId }) => variantId === line.variantId)?.quantity ?? 0
    return quantity > 0 ? [{ ...inWords(line, order.locale), quantity }] : []
  })

export const parcelOf = ({ carrierName, trackingNo, trackingUrl }: ParcelFacts) => ({
  carrierName,
  trackingNo,
  trackingUrl,
})

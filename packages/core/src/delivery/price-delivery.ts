import { homeCountry } from '../address/countries.ts'
import type { DeliveryChoice, DeliveryTerms } from './delivery-terms.ts'

export type DeliveryRefusal = { readonly code: 'delivery-not-offered'; readonly country: string }

/**
 * What a delivery costs for goods of this price after the discount, or that it is not offered: abroad there is one method.
 * Nothing is delivered for nothing but standard parcels at home, from the free limit on, the limit itself included.
 */
export const priceDelivery = (
  { method, country }: DeliveryChoice,
  afterDiscountMinor: bigint,
  terms: DeliveryTerms,
): bigint | { readonly refusal: DeliveryRefusal } => {
  if (country !== homeCountry)
    return method === 'standard' ? terms.abroadMinor : { refusal: { code: 'delivery-not-offered', country } }
  if (method === 'express') return terms.expressMinor
  return afterDiscountMinor >= terms.freeFromMinor ? 0n : terms.standardMinor
}

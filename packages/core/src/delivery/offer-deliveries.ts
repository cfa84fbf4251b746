import { type DeliveryMethod, type DeliveryTerms, deliveryMethods } from './delivery-terms.ts'
import { type Arrival, estimateArrival } from './estimate-arrival.ts'
import { priceDelivery } from './price-delivery.ts'

export type DeliveryOffer = {
  readonly method: DeliveryMethod
  readonly priceMinor: bigint
  readonly arrival: Arrival
  /** What is still missing in the cart for this delivery to be free; null where it is free already or never is. */
  readonly freeWithMinor: bigint | null
}

/** Every delivery that the shop offers to a country for goods of this price after the discount, the usual one first. */
export const offerDeliveries = (
  country: string,
  afterDiscountMinor: bigint,
  terms: DeliveryTerms,
  at: Date,
): readonly DeliveryOffer[] =>
  deliveryMethods.flatMap(method => {
    const choice = { method, country }
    const price = priceDelivery(choice, afterDiscountMinor, terms)
    if (typeof price === 'object') return []
    const free = priceDelivery(choice, terms.freeFromMinor, terms) === 0n
    return [
      {
        method,
        priceMinor: price,
        arrival: estimateArrival(choice, at, terms),
        freeWithMinor: free && price > 0n ? terms.freeFromMinor - afterDiscountMinor : null,
      },
    ]
  })

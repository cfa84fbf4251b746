import type { CartView } from '@makegood/core/cart/views'
import { type DeliveryTerms, standardDelivery } from '@makegood/core/delivery/delivery-terms'
import { priceDelivery } from '@makegood/core/delivery/price-delivery'
import { money } from '@makegood/core/money/money'
import { toWireMoney, type WireMoney } from '@makegood/core/money/wire-money'
import { pricedLines } from './cart-changes'

export type CartTotals = {
  readonly delivery: WireMoney
  readonly total: WireMoney
  /** The goods from which delivery costs nothing; null where it never costs anything, and where nothing can be bought. */
  readonly freeFrom: WireMoney | null
  /** What is missing for that; null where nothing is. */
  readonly missing: WireMoney | null
}

/** What a cart comes to with standard delivery at home and no coupon, by the rules that checkout goes by. */
export const cartTotals = (cart: CartView, terms: DeliveryTerms): CartTotals => {
  const goods = BigInt(cart.total.amountMinor)
  const isNothing = pricedLines(cart).length === 0
  const price = isNothing ? 0n : priceDelivery(standardDelivery, goods, terms)
  if (typeof price === 'object') throw new Error('the shop delivers at home')
  const inWire = (amountMinor: bigint) => toWireMoney(money(amountMinor, cart.total.currency))
  return {
    delivery: inWire(price),
    total: inWire(goods + price),
    freeFrom: isNothing || terms.standardMinor === 0n ? null : inWire(terms.freeFromMinor),
    missing: price > 0n ? inWire(terms.freeFromMinor - goods) : null,
  }
}

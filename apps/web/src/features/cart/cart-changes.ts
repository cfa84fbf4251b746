import { linesToBuy, unitsToBuy } from '@makegood/core/cart/lines-to-buy'
import type { CartView } from '@makegood/core/cart/views'
import { multiply } from '@makegood/core/money/money'
import { fromWireMoney, toWireMoney } from '@makegood/core/money/wire-money'
import { totalOf } from '@makegood/core/pricing/price-lines'

export type CartLine = CartView['lines'][number]

/** A line as it would be with this many units; whoever chooses their number has seen the price. */
const withUnits = (line: CartLine, quantity: number): CartLine => ({
  ...line,
  quantity,
  priceBefore: null,
  lineTotal: toWireMoney(multiply(fromWireMoney(line.unitPrice), unitsToBuy({ ...line, quantity }))),
})

/** What of a cart counts in its money, as the rules for prices take it. */
export const pricedLines = (cart: CartView) =>
  linesToBuy(cart.lines.map(line => ({ ...line, unitPrice: fromWireMoney(line.unitPrice) })))

/** The units in a cart that cannot be bought now, so that its money leaves them out. */
export const unitsLeftOut = (cart: CartView): number =>
  cart.lines.reduce((sum, line) => sum + line.quantity - unitsToBuy(line), 0)

const ofLines = (cart: CartView, lines: CartLine[]): CartView => ({
  lines,
  total: toWireMoney(totalOf(pricedLines({ ...cart, lines }), cart.total.currency)),
  count: lines.reduce((sum, line) => sum + line.quantity, 0),
})

/** The cart as it will be once a line is set to this quantity; shown at once, the api's answer follows. */
export const setQuantity = (cart: CartView, variantId: string, quantity: number): CartView =>
  ofLines(
    cart,
    cart.lines.map(line => (line.variantId === variantId ? withUnits(line, quantity) : line)),
  )

/** The cart as it will be once this line is out. */
export const removeLine = (cart: CartView, variantId: string): CartView =>
  ofLines(
    cart,
    cart.lines.filter(line => line.variantId !== variantId),
  )

/**
 * The cart as it will be once the line's units are added, in the order in which they were put in; units of a line that is
 * there already add up.
 */
export const addLine = (cart: CartView, added: CartLine): CartView => {
  const present = cart.lines.find(line => line.variantId === added.variantId)
  if (present) return setQuantity(cart, added.variantId, Math.min(present.quantity + added.quantity, 99))
  const lines = [...cart.lines, withUnits(added, added.quantity)]
  return ofLines(
    cart,
    lines.sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1)),
  )
}

/** The cart as it will be once the price of this line was taken note of. */
export const acceptPrice = (cart: CartView, variantId: string): CartView => ({
  ...cart,
  lines: cart.lines.map(line => (line.variantId === variantId ? { ...line, priceBefore: null } : line)),
})

/** What keeps a line from being ordered: no longer sold, nothing left, or fewer than wanted. */
export const stockProblem = (line: CartLine): 'retired' | 'gone' | 'short' | null => {
  if (!line.onSale) return 'retired'
  if (line.available <= 0) return 'gone'
  return line.available < line.quantity ? 'short' : null
}

/** Whether a line costs more or less than when its shopper last saw it; null where it costs the same. */
export const priceChange = (line: CartLine): 'up' | 'down' | null => {
  if (!line.priceBefore) return null
  return BigInt(line.unitPrice.amountMinor) > BigInt(line.priceBefore.amountMinor) ? 'up' : 'down'
}

/** The same for equal carts and different for any other: what an order's id is made for. */
export const cartKey = (cart: CartView): string =>
  cart.lines
    .map(line => `${line.variantId}:${line.quantity}:${line.unitPrice.amountMinor}${line.unitPrice.currency}`)
    .sort()
    .join('|')

import { type RefundableLine, refundOfDelivery, refundOfLine } from '../refund/refund-rules.ts'

export type BoughtLine = RefundableLine & {
  readonly variantId: string
  /** Units that went back before. */
  readonly returned: number
}
type WantedLine = { readonly variantId: string; readonly quantity: number }
type Order = {
  readonly bought: readonly BoughtLine[]
  readonly deliveryMinor: bigint
  /** Why goods of this order go back, this time and before. */
  readonly reasons: readonly string[]
}

export type ReturnPrice = {
  readonly lines: readonly (WantedLine & { readonly refundMinor: bigint })[]
  readonly deliveryMinor: bigint
  readonly totalMinor: bigint
  /** Nothing of the order stays with the shopper. */
  readonly whole: boolean
}

/**
 * What comes back for these units: what was paid for them, and of the delivery what `refundOfDelivery` gives. The one rule
 * by which a return is promised before it is asked for and written when it is. Throws where more would go back than is left.
 */
export const priceReturn = (wanted: readonly WantedLine[], { bought, deliveryMinor, reasons }: Order): ReturnPrice => {
  const lines = wanted.map(({ variantId, quantity }) => {
    const line = bought.find(candidate => candidate.variantId === variantId)
    if (!line || line.returned + quantity > line.quantity) throw new Error(`more of ${variantId} than was bought`)
    return { variantId, quantity, refundMinor: refundOfLine(line, line.returned, quantity) }
  })
  const unitsOf = (variantId: string) => wanted.find(line => line.variantId === variantId)?.quantity ?? 0
  const whole = bought.every(line => line.returned + unitsOf(line.variantId) === line.quantity)
  const back = refundOfDelivery(deliveryMinor, { whole, reasons })
  return { lines, deliveryMinor: back, totalMinor: lines.reduce((sum, line) => sum + line.refundMinor, back), whole }
}

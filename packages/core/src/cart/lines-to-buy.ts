import type { PricedLine } from '../pricing/price-lines.ts'

type Line = PricedLine & {
  readonly available: number
  /** False once the shop does not sell it any more. */
  readonly onSale: boolean
}

/** How many units of a line can be bought now: never more than there are, and none of what is no longer sold. */
export const unitsToBuy = ({ quantity, available, onSale }: Omit<Line, 'unitPrice'>): number =>
  onSale ? Math.max(0, Math.min(quantity, available)) : 0

/**
 * What of a cart counts in its money: every line with the units that can be bought now, and no line of which none can. Of a
 * cart that can be ordered that is all of it, so what is shown is what its order costs.
 */
export const linesToBuy = <L extends Line>(lines: readonly L[]): readonly L[] =>
  lines.flatMap(line => {
    const quantity = unitsToBuy(line)
    return quantity > 0 ? [{ ...line, quantity }] : []
  })

import type { CartView } from '@makegood/core/cart/views'
import type { WireMoney } from '@makegood/core/money/wire-money'

/** What became of one line between the cart that was ordered and the cart as it is now. */
export type CartChange = { readonly variantId: string; readonly name: string } & (
  | { readonly kind: 'price'; readonly before: WireMoney; readonly now: WireMoney }
  | { readonly kind: 'short'; readonly wanted: number; readonly left: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'units'; readonly before: number; readonly now: number }
)

/** Names every line that is another one now: dearer or cheaper, too few left, gone, or changed in another window. */
export const findCartChanges = (before: CartView, now: CartView): readonly CartChange[] =>
  before.lines.flatMap((line): readonly CartChange[] => {
    const { variantId, name } = line
    const current = now.lines.find(candidate => candidate.variantId === variantId)
    if (!current?.onSale || current.available <= 0) return [{ variantId, name, kind: 'gone' }]
    const changes: CartChange[] = []
    if (current.unitPrice.amountMinor !== line.unitPrice.amountMinor)
      changes.push({ variantId, name, kind: 'price', before: line.unitPrice, now: current.unitPrice })
    if (current.quantity !== line.quantity)
      changes.push({ variantId, name, kind: 'units', before: line.quantity, now: current.quantity })
    if (current.available < current.quantity)
      changes.push({ variantId, name, kind: 'short', wanted: current.quantity, left: current.available })
    return changes
  })

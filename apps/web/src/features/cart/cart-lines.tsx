'use client'

import type { CartView } from '@makegood/core/cart/views'
import { CartRow } from './cart-row'
import { RemovedRow } from './removed-row'
import type { Removed } from './use-removed-lines'

type Props = { cart: CartView; dense?: boolean; removed: Removed }

/** So many rows are seen on a phone before anything is scrolled. */
const inSight = 2

/** What is in the cart, and where something was taken out, the way to put it back. */
export const CartLines = ({ cart, dense = false, removed }: Props) => {
  const rows = cart.lines.map((line, index) => (
    <CartRow
      key={line.variantId}
      line={line}
      dense={dense}
      first={!dense && index < inSight}
      onRemove={() => removed.remember(line, index)}
      onRemoveFailed={removed.forget}
    />
  ))
  for (const { line, index } of removed.rows)
    rows.splice(index, 0, <RemovedRow key={line.variantId} line={line} onBack={() => removed.forget(line.variantId)} />)
  return <ul className="border-t border-line">{rows}</ul>
}

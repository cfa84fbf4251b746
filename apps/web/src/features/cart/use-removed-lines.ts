'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useState } from 'react'
import type { CartLine } from './cart-changes'

type RemovedLine = { readonly line: CartLine; readonly index: number }

export type Removed = {
  /** What was taken out and is not in again. */
  readonly rows: readonly RemovedLine[]
  readonly remember: (line: CartLine, index: number) => void
  readonly forget: (variantId: string) => void
}

/** Keeps what was taken out for as long as the cart is looked at, so that it can be put back. */
export const useRemovedLines = (cart: CartView | undefined): Removed => {
  const [taken, setTaken] = useState<readonly RemovedLine[]>([])
  return {
    rows: taken.filter(({ line }) => cart?.lines.every(present => present.variantId !== line.variantId)),
    remember: (line, index) =>
      setTaken(rows => [...rows.filter(row => row.line.variantId !== line.variantId), { line, index }]),
    forget: variantId => setTaken(rows => rows.filter(row => row.line.variantId !== variantId)),
  }
}

'use client'

import type { ProductDetail } from '@makegood/core/catalogue/views'
import { useState } from 'react'

/** Writes the chosen option into the address without a new history entry, so that it can be shared and reloaded. */
const showInAddress = (variantId: string): void => {
  const address = new URL(window.location.href)
  address.searchParams.set('option', variantId)
  window.history.replaceState(window.history.state, '', address)
}

/** The option that is being looked at: the one in the address, or the first that can be had. */
export const useVariant = (product: ProductDetail, initialId: string | null) => {
  const firstFree = product.variants.find(variant => variant.available > 0) ?? product.variants[0]
  const [chosenId, setChosenId] = useState(initialId ?? firstFree?.id ?? '')
  const choose = (id: string) => {
    setChosenId(id)
    showInAddress(id)
  }
  return { variant: product.variants.find(candidate => candidate.id === chosenId), choose }
}

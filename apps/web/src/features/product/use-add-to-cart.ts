'use client'

import type { ProductDetail } from '@makegood/core/catalogue/views'
import { useEffect, useState } from 'react'
import { useCartUi } from '@/features/cart/cart-context'
import { loadDrawer } from '@/features/cart/load-drawer'
import { useCart } from '@/features/cart/use-cart'
import { unitsMax, useAddLine } from '@/features/cart/use-line-writes'
import { wordsKeyOf } from '@/lib/trpc/shop-code'

type Variant = ProductDetail['variants'][number]

/** How many of an option can still be put in, how many are wanted, and the press that puts them in and opens the drawer. */
export const useAddToCart = (product: ProductDetail, variant: Variant | undefined) => {
  const [wanted, setWanted] = useState(1)
  const { openDrawer, tell } = useCartUi()
  const add = useAddLine()
  const cart = useCart()
  useEffect(() => {
    void loadDrawer()
  }, [])

  const inCart = cart.data?.lines.find(line => line.variantId === variant?.id)?.quantity ?? 0
  const left = Math.max(0, Math.min(variant?.available ?? 0, unitsMax) - inCart)
  const quantity = Math.max(1, Math.min(wanted, left))
  const put = () => {
    if (!variant || left === 0) return
    const { name } = product
    const units = { name, count: quantity }
    add.mutate(
      {
        variantId: variant.id,
        productSlug: product.slug,
        name,
        option: variant.option,
        picture: product.pictures[0] ?? null,
        unitPrice: variant.price,
        quantity,
        lineTotal: variant.price,
        available: variant.available,
        addedAt: new Date().toISOString(),
        onSale: true,
        mended: product.mended,
        priceBefore: null,
      },
      {
        onSuccess: () => tell({ kind: 'added', ...units }),
        onError: error => tell({ kind: 'failed', name, reason: wordsKeyOf(error) }),
      },
    )
    openDrawer({ kind: 'adding', ...units })
    setWanted(1)
  }
  const startAnew = () => {
    setWanted(1)
    add.reset()
  }
  return { quantity, left, inCart, setWanted, put, startAnew, error: add.error }
}

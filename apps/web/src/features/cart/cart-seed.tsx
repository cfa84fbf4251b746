'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'

/** Hands the cart that came with the page to the browser's cache, so that the count stands there at once. */
export const CartSeed = ({ cart }: { cart: CartView }) => {
  const api = useTRPC()
  const client = useQueryClient()
  const locale = useLocale()
  useState(() => {
    const { queryKey } = api.store.cart.get.queryOptions({ locale })
    if (client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, cart)
  })
  return null
}

'use client'

import { useLocale } from 'next-intl'
import { useRef } from 'react'
import { useTRPCClient } from '@/lib/trpc/context'
import { addLine, type CartLine, removeLine, setQuantity } from './cart-changes'
import { useCartWrite } from './use-cart-write'

/** Adds a line's units to the cart. */
export const useAddLine = () => {
  const api = useTRPCClient()
  const locale = useLocale()
  return useCartWrite<CartLine>({
    foresee: addLine,
    send: ({ variantId, quantity }) => api.store.cart.addLine.mutate({ locale, variantId, quantity }),
  })
}

/** Sets a line's quantity; of several quick presses only the one on its way and the last are sent. */
export const useChangeLine = (variantId: string) => {
  const api = useTRPCClient()
  const locale = useLocale()
  const wanted = useRef(0)
  const write = useCartWrite<number>({
    foresee: (cart, quantity) => setQuantity(cart, variantId, quantity),
    send: async quantity =>
      wanted.current === quantity ? api.store.cart.changeLine.mutate({ locale, variantId, quantity }) : null,
  })
  const change = (quantity: number) => {
    wanted.current = quantity
    write.mutate(quantity)
  }
  return { change, error: write.error }
}

/** Takes a line out. */
export const useRemoveLine = () => {
  const api = useTRPCClient()
  const locale = useLocale()
  return useCartWrite<string>({
    foresee: removeLine,
    send: variantId => api.store.cart.removeLine.mutate({ locale, variantId }),
  })
}

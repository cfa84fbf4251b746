'use client'

import { useLocale } from 'next-intl'
import { useRef } from 'react'
import { useTRPCClient } from '@/lib/trpc/context'
import { acceptPrice, addLine, type CartLine, removeLine, setQuantity } from './cart-changes'
import { useCartWrite } from './use-cart-write'

/** The most units of one thing that a cart holds. */
export const unitsMax = 99

/** Adds a line's units to the cart, at the place that belongs to the time it was put in. */
export const useAddLine = () => {
  const api = useTRPCClient()
  const locale = useLocale()
  return useCartWrite<CartLine>({
    foresee: addLine,
    send: ({ variantId, quantity, addedAt }) => api.store.cart.addLine.mutate({ locale, variantId, quantity, addedAt }),
  })
}

/**
 * Sets a line's quantity; of several quick presses only the one on its way and the last are sent. A press counts from what
 * was wanted last, not from the number on the screen, which may be a moment behind.
 */
export const useChangeLine = ({ variantId, quantity: shown }: Pick<CartLine, 'variantId' | 'quantity'>) => {
  const api = useTRPCClient()
  const locale = useLocale()
  const wanted = useRef(shown)
  const underWay = useRef(0)
  const write = useCartWrite<number>({
    foresee: (cart, quantity) => setQuantity(cart, variantId, quantity),
    send: async quantity =>
      wanted.current === quantity ? api.store.cart.changeLine.mutate({ locale, variantId, quantity }) : null,
  })
  const change = (quantity: number, max: number) => {
    const from = underWay.current > 0 ? wanted.current : shown
    wanted.current = Math.max(1, Math.min(from + quantity - shown, max))
    underWay.current += 1
    write.mutateAsync(wanted.current).then(
      () => {
        underWay.current -= 1
      },
      () => {
        underWay.current -= 1
      },
    )
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

/** Takes note of what a line costs now. */
export const useAcceptPrice = () => {
  const api = useTRPCClient()
  const locale = useLocale()
  return useCartWrite<CartLine>({
    foresee: (cart, line) => acceptPrice(cart, line.variantId),
    send: ({ variantId, unitPrice }) => api.store.cart.acceptPrice.mutate({ locale, variantId, unitPrice }),
  })
}

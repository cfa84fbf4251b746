'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { forgetOrderId } from '@/features/checkout/checkout-draft'
import { useTRPC } from '@/lib/trpc/context'
import { useCartUi } from './cart-context'
import { tellOtherTabs } from './other-tabs'

const writes = ['cart-write']

type Write<Input> = {
  /** The cart as it will be; shown before the api has answered. */
  readonly foresee: (cart: CartView, input: Input) => CartView
  /** Does it; null where a newer write has made this one needless. */
  readonly send: (input: Input) => Promise<CartView | null>
}

/**
 * A write to the cart that shows at once. Writes go out one after the other in the order they were made, the last answer
 * stands, and a write that fails, without a connection at once, puts back what the api says and is told by the caller.
 */
export const useCartWrite = <Input>({ foresee, send }: Write<Input>) => {
  const api = useTRPC()
  const client = useQueryClient()
  const { learnOwner } = useCartUi()
  const locale = useLocale()
  const { queryKey } = api.store.cart.get.queryOptions({ locale })
  const settledKey = ['cart-settled', locale]
  return useMutation({
    mutationKey: writes,
    scope: { id: 'cart' },
    networkMode: 'always',
    mutationFn: send,
    onMutate: async (input: Input) => {
      forgetOrderId()
      await client.cancelQueries({ queryKey })
      // Before the first of several writes stands what the api said last.
      if (client.isMutating({ mutationKey: writes }) === 1)
        client.setQueryData(settledKey, client.getQueryData(queryKey))
      client.setQueryData(queryKey, cart => cart && foresee(cart, input))
    },
    onSuccess: cart => {
      learnOwner()
      const last = client.isMutating({ mutationKey: writes }) === 1
      if (!cart) return
      client.setQueryData(settledKey, cart)
      if (last) client.setQueryData(queryKey, cart)
      tellOtherTabs()
    },
    onError: () => {
      const settled = client.getQueryData<CartView>(settledKey)
      if (settled && client.isMutating({ mutationKey: writes }) === 1) client.setQueryData(queryKey, settled)
      return client.invalidateQueries({ queryKey })
    },
  })
}

'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { forgetOrderId } from '@/features/checkout/checkout-draft'
import { useTRPC } from '@/lib/trpc/context'

const writes = ['cart-write']

type Write<Input> = {
  /** The cart as it will be; shown before the api has answered. */
  readonly foresee: (cart: CartView, input: Input) => CartView
  /** Does it; null where a newer write has made this one needless. */
  readonly send: (input: Input) => Promise<CartView | null>
}

/**
 * A write to the cart that shows at once. Writes go out one after the other in the order they were made, the last answer
 * stands, and a write that fails puts back what the api says and is told by the caller.
 */
export const useCartWrite = <Input>({ foresee, send }: Write<Input>) => {
  const api = useTRPC()
  const client = useQueryClient()
  const locale = useLocale()
  const { queryKey } = api.store.cart.get.queryOptions({ locale })
  return useMutation({
    mutationKey: writes,
    scope: { id: 'cart' },
    mutationFn: send,
    onMutate: async (input: Input) => {
      forgetOrderId()
      await client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, cart => cart && foresee(cart, input))
    },
    onSuccess: cart => {
      const last = client.isMutating({ mutationKey: writes }) === 1
      if (cart && last) client.setQueryData(queryKey, cart)
    },
    onError: () => client.invalidateQueries({ queryKey }),
  })
}

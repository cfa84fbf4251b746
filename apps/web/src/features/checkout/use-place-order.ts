'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useRef, useState } from 'react'
import { cartKey } from '@/features/cart/cart-changes'
import { useRouter } from '@/i18n/navigation'
import { useTRPC, useTRPCClient } from '@/lib/trpc/context'
import { detailsOf, shopCodeOf, wordsKeyOf } from '@/lib/trpc/shop-code'
import { forgetOrderId, keptOrderId, orderIdFor } from './checkout-draft'
import { type CheckoutValues, countryOf } from './checkout-schema'

export type PlaceFailure = {
  readonly words: ReturnType<typeof wordsKeyOf>
  /** The order that this cart was already placed as. */
  readonly earlierOrderId: string | null
  readonly newTotalMinor: string | null
}

export type Placing = {
  readonly state: 'idle' | 'sending' | 'leaving'
  readonly failure: PlaceFailure | null
  readonly place: (values: CheckoutValues, cart: CartView) => Promise<void>
  readonly startOver: () => void
}

/** Places the order once, however often it is asked to, and goes on to the order's page. */
export const usePlaceOrder = (): Placing => {
  const api = useTRPC()
  const caller = useTRPCClient()
  const client = useQueryClient()
  const locale = useLocale()
  const router = useRouter()
  const [state, setState] = useState<Placing['state']>('idle')
  const [failure, setFailure] = useState<PlaceFailure | null>(null)
  const busy = useRef(false)

  const place = async (values: CheckoutValues, cart: CartView): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setState('sending')
    setFailure(null)
    const { email, ...address } = values
    const orderId = orderIdFor(cartKey(cart))
    try {
      await caller.store.order.place.mutate({
        orderId,
        expectedTotalMinor: cart.total.amountMinor,
        email: email.trim(),
        address: { ...address, country: countryOf(address.country) },
        locale,
      })
      setState('leaving')
      router.push(`/orders/${orderId}`)
    } catch (error) {
      busy.current = false
      const code = shopCodeOf(error)
      const { totalMinor } = detailsOf(error)
      setState('idle')
      setFailure({
        words: wordsKeyOf(error),
        earlierOrderId: code === 'order-id-taken' ? keptOrderId() : null,
        newTotalMinor: code === 'total-changed' && typeof totalMinor === 'string' ? totalMinor : null,
      })
      if (code === 'total-changed' || code === 'variant-unavailable' || code === 'cart-empty')
        await client.invalidateQueries({ queryKey: api.store.cart.get.pathKey() })
    }
  }
  const startOver = () => {
    forgetOrderId()
    setFailure(null)
  }
  return { state, failure, place, startOver }
}

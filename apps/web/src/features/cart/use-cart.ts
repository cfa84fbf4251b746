'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useTRPC } from '@/lib/trpc/context'
import { useCartUi } from './cart-context'

/** The shopper's cart, shared by everything on the page that shows it; nothing is asked for a guest who has none yet. */
export const useCart = () => {
  const api = useTRPC()
  const { known } = useCartUi()
  return useQuery(api.store.cart.get.queryOptions({ locale: useLocale() }, { enabled: known }))
}

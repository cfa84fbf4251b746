'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useTRPC } from '@/lib/trpc/context'

/** The shopper's cart, shared by everything on the page that shows it. */
export const useCart = () => {
  const api = useTRPC()
  const locale = useLocale()
  return useQuery(api.store.cart.get.queryOptions({ locale }))
}

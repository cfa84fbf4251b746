'use client'

import type { ProductDetail } from '@makegood/core/catalogue/views'
import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useTRPC } from '@/lib/trpc/context'

/**
 * The product as the page brought it, read anew where the page was kept from before or is looked at again after a while:
 * price and stock are never older than that.
 */
export const useLiveProduct = (product: ProductDetail, readAt: number): ProductDetail => {
  const api = useTRPC()
  const { data } = useQuery(
    api.store.catalogue.get.queryOptions(
      { slug: product.slug, locale: useLocale() },
      { initialData: product, initialDataUpdatedAt: readAt, refetchOnWindowFocus: true },
    ),
  )
  return data
}

'use client'

import type { ProductDetail } from '@makegood/core/catalogue/views'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/lib/trpc/context'

/**
 * The product as the page brought it, read anew where the page was kept from before or is looked at again after a while:
 * price and stock are never older than that.
 */
export const useLiveProduct = (product: ProductDetail, readAt: number): ProductDetail => {
  const api = useTRPC()
  const client = useQueryClient()
  const options = api.store.catalogue.get.queryOptions({ slug: product.slug, locale: useLocale() })
  const takeNewer = () => {
    const known = client.getQueryState(options.queryKey)
    if (!known || known.dataUpdatedAt < readAt) client.setQueryData(options.queryKey, product, { updatedAt: readAt })
  }
  useState(takeNewer)
  useEffect(takeNewer)
  return useQuery(options).data ?? product
}

'use client'

import { fromWireDeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/lib/trpc/context'

/** What the shop asks for delivery; undefined until it has said so. It changes with a new version of the shop only. */
export const useDeliveryTerms = () => {
  const api = useTRPC()
  const { data } = useQuery(api.store.delivery.terms.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }))
  return useMemo(() => data && fromWireDeliveryTerms(data), [data])
}

'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/lib/trpc/context'

/** After an act everything that the console has read of orders, returns and incidents is read anew. */
export const useReadAgain = () => {
  const api = useTRPC()
  const client = useQueryClient()
  return () => {
    for (const part of [api.admin.order, api.admin.return, api.admin.incident])
      void client.invalidateQueries({ queryKey: part.pathKey() })
  }
}

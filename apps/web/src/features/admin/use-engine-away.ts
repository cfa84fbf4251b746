'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/lib/trpc/context'

const pollMs = 30_000

/** Whether the engine is away, and when it worked last; null while it answers, or while the api does not say. */
export const useEngineAway = (): { readonly lastWorkedAt: string | null } | null => {
  const api = useTRPC()
  const { data } = useQuery({ ...api.admin.system.engine.queryOptions(), refetchInterval: pollMs })
  return data?.away ? { lastWorkedAt: data.lastWorkedAt } : null
}

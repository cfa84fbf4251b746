'use client'

import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/lib/trpc/context'
import type { SendMany } from './use-bulk'

/** The acts that can be done for many incidents at once. */
export const useMany = (): { retryMany: SendMany; resolveMany: (reason: string) => SendMany } => {
  const api = useTRPC()
  const retry = useMutation(api.admin.incident.retryMany.mutationOptions())
  const resolve = useMutation(api.admin.incident.resolveMany.mutationOptions())
  return {
    retryMany: incidentIds => retry.mutateAsync({ incidentIds }),
    resolveMany: reason => incidentIds => resolve.mutateAsync({ incidentIds, reason }),
  }
}

'use client'

import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/lib/trpc/context'
import type { SendMany } from './use-bulk'

/** The acts that can be done for many incidents at once. */
export const useMany = (): Readonly<Record<'retry' | 'undo' | 'resolve', (reason: string) => SendMany>> => {
  const api = useTRPC()
  const retry = useMutation(api.admin.incident.retryMany.mutationOptions())
  const undo = useMutation(api.admin.incident.undoMany.mutationOptions())
  const resolve = useMutation(api.admin.incident.resolveMany.mutationOptions())
  return {
    retry: () => incidentIds => retry.mutateAsync({ incidentIds }),
    undo: reason => incidentIds => undo.mutateAsync({ incidentIds, reason }),
    resolve: reason => incidentIds => resolve.mutateAsync({ incidentIds, reason }),
  }
}

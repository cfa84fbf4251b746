'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/lib/trpc/context'

/** The repairs of an incident; afterwards everything that the console has read of orders and incidents is read anew. */
export const useRepair = () => {
  const api = useTRPC()
  const client = useQueryClient()
  const readAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: api.admin.order.pathKey() }),
      client.invalidateQueries({ queryKey: api.admin.incident.pathKey() }),
    ])
  const retry = useMutation(api.admin.incident.retry.mutationOptions({ onSettled: readAgain }))
  const resolve = useMutation(api.admin.incident.resolve.mutationOptions({ onSettled: readAgain }))
  const resumeFromStep = useMutation(api.admin.incident.resumeFromStep.mutationOptions({ onSettled: readAgain }))
  const forceUndo = useMutation(api.admin.incident.forceUndo.mutationOptions({ onSettled: readAgain }))
  return { retry, resolve, resumeFromStep, forceUndo }
}

'use client'

import type { CancellationOutcome } from '@makegood/core/cancellation/views'
import { useQueries } from '@tanstack/react-query'
import { useTRPC } from '@/lib/trpc/context'

const pollMs = 2_000
/** So few that they fit into an address. */
const atOnce = 50

const isOpen = ({ state }: CancellationOutcome): boolean => state === 'requested'

/** What became of requests to cancel, by their ids, looked at again while one of them is open. */
export const useCancelOutcomes = (cancellationIds: readonly string[]): ReadonlyMap<string, CancellationOutcome> => {
  const api = useTRPC()
  const parts = Array.from({ length: Math.ceil(cancellationIds.length / atOnce) }, (_, nr) =>
    cancellationIds.slice(nr * atOnce, (nr + 1) * atOnce),
  )
  const read = useQueries({
    queries: parts.map(ids => ({
      ...api.admin.order.cancellations.queryOptions({ cancellationIds: ids }),
      refetchInterval: ({ state }: { state: { data?: readonly CancellationOutcome[] | undefined } }) =>
        !state.data || state.data.some(isOpen) ? pollMs : (false as const),
    })),
  })
  return new Map(read.flatMap(({ data }) => data ?? []).map(outcome => [outcome.id, outcome]))
}

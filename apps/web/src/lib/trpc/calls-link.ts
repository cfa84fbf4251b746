import { httpBatchLink } from '@trpc/client'
import type { AppRouter } from './router'
import { timedFetch } from './timed-fetch'

export const url = '/trpc'

/** Calls in batches, from the shop's own origin, none waited for without end. */
export const callsLink = () => httpBatchLink<AppRouter>({ url, maxItems: 10, fetch: timedFetch(20_000) })

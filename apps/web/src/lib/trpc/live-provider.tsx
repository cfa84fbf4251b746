'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import { TRPCProvider } from './context'
import type { AppRouter } from './router'
import { timedFetch } from './timed-fetch'

const url = '/trpc'

const createLiveClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: operation => operation.type === 'subscription',
        true: httpSubscriptionLink({ url }),
        false: httpBatchLink({ url, maxItems: 10, fetch: timedFetch(20_000) }),
      }),
    ],
  })

/** For pages that follow something: subscriptions too, as server-sent events, whose code no other page needs to wait for. */
export const LiveApiProvider = ({ children }: { children: ReactNode }) => {
  const queryClient = useQueryClient()
  const [client] = useState(createLiveClient)
  return (
    <TRPCProvider trpcClient={client} queryClient={queryClient}>
      {children}
    </TRPCProvider>
  )
}

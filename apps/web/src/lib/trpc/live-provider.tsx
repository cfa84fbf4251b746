'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpSubscriptionLink, splitLink } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import { callsLink, url } from './calls-link'
import { TRPCProvider } from './context'
import type { AppRouter } from './router'

const createLiveClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: operation => operation.type === 'subscription',
        true: httpSubscriptionLink({ url }),
        false: callsLink(),
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

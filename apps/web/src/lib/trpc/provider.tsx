'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import { callsLink } from './calls-link'
import { TRPCProvider } from './context'
import { createQueryClient } from './query-client'
import type { AppRouter } from './router'

const createClient = () => createTRPCClient<AppRouter>({ links: [callsLink()] })

/** The browser's way to the api: calls in batches, from the shop's own origin. What is followed live has `LiveApiProvider`. */
export const ApiProvider = ({ children }: { children: ReactNode }) => {
  const [queryClient] = useState(createQueryClient)
  const [client] = useState(createClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}

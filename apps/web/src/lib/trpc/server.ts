import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { getEnv } from '@/env'
import type { AppRouter } from './router'
import { timedFetch } from './timed-fetch'

/** The api as this request's visitor: their cookies go along and nothing else of theirs; one client a request. */
export const getApi = cache(async () => {
  const jar = await cookies()
  const cookie = jar.toString()
  const link = httpBatchLink<AppRouter>({
    url: `${getEnv().apiUrl}/trpc`,
    headers: cookie ? { cookie } : {},
    maxItems: 10,
    fetch: timedFetch(8_000),
  })
  return createTRPCClient<AppRouter>({ links: [link] })
})

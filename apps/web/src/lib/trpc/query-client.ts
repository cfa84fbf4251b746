import { QueryClient } from '@tanstack/react-query'

const statusOf = (error: unknown): unknown => {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null
  return typeof data === 'object' && data !== null && 'httpStatus' in data ? data.httpStatus : null
}

/** What the api refused is final; anything else is asked twice more, since a lost connection often comes back. */
const worthRetrying = (failures: number, error: unknown): boolean => {
  const status = statusOf(error)
  return failures < 2 && (typeof status !== 'number' || status >= 500)
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthRetrying },
      mutations: { retry: false },
    },
  })

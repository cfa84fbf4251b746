import { QueryClient } from '@tanstack/react-query'
import { dataOf } from './error-data'

/** What the api refused is final; anything else is asked twice more, since a lost connection often comes back. */
const worthRetrying = (failures: number, error: unknown): boolean => {
  const { httpStatus } = dataOf(error)
  return failures < 2 && (typeof httpStatus !== 'number' || httpStatus >= 500)
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthRetrying },
      mutations: { retry: false },
    },
  })

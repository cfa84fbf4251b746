import { errorCodes } from '@makegood/core/errors'
import { QueryClient } from '@tanstack/react-query'
import { shopCodeOf } from './shop-code'

/** Refusals are final; anything else is asked twice more, since a lost connection often comes back. */
const worthRetrying = (failures: number, error: unknown): boolean => {
  const code = shopCodeOf(error)
  return failures < 2 && (code === null || errorCodes[code].retryable)
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthRetrying },
      mutations: { retry: false },
    },
  })

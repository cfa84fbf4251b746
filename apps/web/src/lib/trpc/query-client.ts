import { QueryClient } from '@tanstack/react-query'
import { dataOf } from './error-data'

/** What the api refused is final; anything else is asked twice more, since a lost connection often comes back. */
const worthRetrying = (failures: number, error: unknown): boolean => {
  const { httpStatus } = dataOf(error)
  return failures < 2 && (typeof httpStatus !== 'number' || httpStatus >= 500)
}

/** Without a connection an operator's act is refused at once: one that waited would go out by itself, long after it was decided on. */
export const operatorActs = { networkMode: 'always' } as const

export const createQueryClient = (): QueryClient => {
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthRetrying },
      mutations: { retry: false },
    },
  })
  client.setMutationDefaults([['admin']], operatorActs)
  return client
}

import { Redis } from 'ioredis'

export type { Redis } from 'ioredis'

/**
 * One Redis connection with bounded waiting: a command fails after two seconds instead of hanging while Redis is away,
 * and the connection comes back by itself.
 */
export const createRedis = (url: string, name: string): Redis =>
  new Redis(url, {
    connectionName: name,
    commandTimeout: 2000,
    connectTimeout: 2000,
    maxRetriesPerRequest: 1,
    retryStrategy: times => Math.min(times * 100, 2000),
  })

import { Redis } from 'ioredis'

/**
 * Opens one connection that never retries, gives it to `ask`, and closes it, all within `timeoutMs`.
 * Fails with the server's own reason.
 */
export const withRedis = async <T>(url: string, timeoutMs: number, ask: (redis: Redis) => Promise<T>): Promise<T> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  let reason: Error | undefined
  // The reason comes only as an event: the rejected call says no more than that the connection is closed.
  redis.on('error', error => {
    reason = error
  })
  try {
    await redis.connect()
    return await ask(redis)
  } catch (error) {
    throw reason ?? error
  } finally {
    redis.disconnect()
  }
}

const field = (info: string, name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? ''

export interface RedisFacts {
  version: string
  pid: number
  dataDir: string
}

export const askRedis = (url: string, timeoutMs: number): Promise<RedisFacts> =>
  withRedis(url, timeoutMs, async redis => {
    const info = await redis.info('server')
    const dir = await redis.config('GET', 'dir').catch((error: Error) => {
      // A hosted Redis may refuse CONFIG; then the folder is nobody's business.
      if (/NOPERM|unknown command|not allowed/i.test(error.message)) return []
      throw error
    })
    const dataDir = Array.isArray(dir) ? String(dir[1] ?? '') : ''
    return { version: field(info, 'redis_version'), pid: Number(field(info, 'process_id')), dataDir }
  })

/** Waits, at most `boundMs`, until the server answers; fails with its last reason. */
export const waitForRedis = async (url: string, boundMs: number): Promise<RedisFacts> => {
  const until = performance.now() + boundMs
  for (;;) {
    try {
      return await askRedis(url, 1000)
    } catch (error) {
      if (performance.now() > until) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}

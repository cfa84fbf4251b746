import pg from 'pg'

/** How the engine reaches its database: one small pool for each kind of work, so that none waits behind another. */
export type Database = {
  /** New events and the runs they start. */
  events: pg.Pool
  /** What has happened to runs; every join in these statements is by primary key. */
  progress: pg.Pool
  /** Everything else. */
  reads: pg.Pool
  close(): Promise<void>
}

const shared = { connectionTimeoutMillis: 5_000, query_timeout: 30_000, idleTimeoutMillis: 0, keepAlive: true }

// Every statement is planned once, often while the tables are still empty: it must keep to the indexes all the same.
const planOnce = '-c jit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off'
const joinByIndex = '-c enable_hashjoin=off -c enable_mergejoin=off'

/** Pools that connect on first use and again after a lost connection; errors reach whoever made the query. */
export function connectDatabase(url: string, onIdleError: (error: Error) => void): Database {
  const open = (name: string, max: number, options: string) => {
    const pool = new pg.Pool({ connectionString: url, application_name: `engine ${name}`, max, options, ...shared })
    pool.on('error', onIdleError)
    return pool
  }
  const events = open('events', 1, planOnce)
  const progress = open('progress', 1, `${planOnce} ${joinByIndex}`)
  const reads = open('reads', 4, planOnce)
  return {
    events,
    progress,
    reads,
    close: async () => {
      await Promise.all([events.end(), progress.end(), reads.end()])
    },
  }
}

const lostConnectionCodes = /^(08|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)/
const lostConnectionWords =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable/

/** Whether the statement failed because Postgres was away, and is worth repeating once it is back. */
export function isLostConnection(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return lostConnectionCodes.test(code) || lostConnectionWords.test(error.message)
}

import { join } from 'node:path'
import type { Variables } from '../env.ts'
import type { PlainError } from './plain-error.ts'
import { type Ports, refuseBusyPorts } from './ports.ts'
import { askDatabase, ensureDatabase } from './postgres/ensure-database.ts'
import { findDataDir } from './postgres/find-data-dir.ts'
import type { PostgresSettings } from './postgres/postgres-settings.ts'
import { findPostmaster } from './postgres/postmaster-pid.ts'
import { startPostgres } from './postgres/start-postgres.ts'
import { keepStoreRunning } from './processes/keep-store-running.ts'
import type { ProcessIdentity } from './processes/process-identity.ts'
import { waitForRedis } from './redis/ask-redis.ts'
import { findRunningRedis, startRedis } from './redis/start-redis.ts'
import type { Stages } from './stages.ts'
import { type Stopper, stopInOrder } from './stop-in-order.ts'

export interface StoreOptions {
  variables: Variables
  ports: Pick<Ports, 'postgres' | 'redis'>
  /** Postgres and Redis keep their data under it, and it is there at the next start. */
  dataDir: string
  logDir: string
  postgresPassword: string
  /** False only for data that is thrown away: faster, but a crash of the machine would lose it. */
  durable: boolean
  postgresSettings?: PostgresSettings | undefined
  /** Servers that already run somewhere; then none of our own is started. */
  databaseUrl?: string | undefined
  redisUrl?: string | undefined
  stage: Stages
  say: (line: string) => void
  onIdentity?: ((name: string, identity: ProcessIdentity | undefined) => void) | undefined
  onGivenUp?: ((reason: PlainError) => void) | undefined
  signal: AbortSignal
}

export interface Stores {
  databaseUrl: string
  redisUrl: string
  stoppers: Stopper[]
}

export const databaseName = 'makegood'
const askMs = 10_000
const ignore = () => undefined

const bringUpPostgres = async (options: StoreOptions, stoppers: Stopper[]): Promise<string> => {
  const { databaseUrl, stage, say, durable, logDir, signal } = options
  if (databaseUrl !== undefined) {
    await stage('postgres', 'asks the one at DATABASE_URL', () => askDatabase(databaseUrl, askMs))
    return databaseUrl
  }
  const dataDir = findDataDir(options.dataDir)
  if (findPostmaster(dataDir) === undefined) await refuseBusyPorts({ postgres: options.ports.postgres })
  const start = () =>
    startPostgres({
      dataDir,
      port: options.ports.postgres,
      password: options.postgresPassword,
      logFile: join(logDir, 'postgres.log'),
      durable,
      settings: options.postgresSettings,
    })
  return await stage('postgres', `starts the embedded one on port ${options.ports.postgres}`, async () => {
    const server = await start()
    const { onIdentity = ignore, onGivenUp = ignore } = options
    const kept = keepStoreRunning(server, { name: 'postgres', start, say, onIdentity, onGivenUp })
    stoppers.push({ name: 'postgres', stop: kept.stop, kill: () => server.interrupt() })
    signal.throwIfAborted()
    return await ensureDatabase(server.serverUrl, databaseName)
  })
}

const bringUpRedis = async (options: StoreOptions, stoppers: Stopper[]): Promise<string> => {
  const { redisUrl, stage, say, durable, logDir, variables, signal } = options
  if (redisUrl !== undefined) {
    await stage('redis', 'asks the one at REDIS_URL', () => waitForRedis(redisUrl, askMs))
    return redisUrl
  }
  const dataDir = join(options.dataDir, 'redis')
  const port = options.ports.redis
  const running = await findRunningRedis(`redis://127.0.0.1:${port}`, dataDir)
  if (running === undefined) await refuseBusyPorts({ redis: port })
  const start = () => startRedis({ dataDir, port, logFile: join(logDir, 'redis.log'), durable, variables, signal })
  return await stage('redis', `starts one on port ${port}`, async () => {
    const server = await start()
    const { onIdentity = ignore, onGivenUp = ignore } = options
    const kept = keepStoreRunning(server, { name: 'redis', start, say, onIdentity, onGivenUp })
    stoppers.push({ name: 'redis', stop: kept.stop, kill: () => server.interrupt() })
    return server.url
  })
}

/** Brings up Postgres and Redis, ours or the ones named. When one fails, the other is stopped before the error is thrown. */
export const bringUpStores = async (options: StoreOptions): Promise<Stores> => {
  const stoppers: Stopper[] = []
  try {
    const databaseUrl = await bringUpPostgres(options, stoppers)
    const redisUrl = await bringUpRedis(options, stoppers)
    return { databaseUrl, redisUrl, stoppers }
  } catch (error) {
    await stopInOrder(stoppers, options.say)
    throw error
  }
}

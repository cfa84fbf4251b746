import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { readEnv, readVariables } from './env.ts'
import { endLeftovers } from './lib/end-leftovers.ts'
import { stateDir } from './lib/paths.ts'
import { PlainError } from './lib/plain-error.ts'
import { findDataDir } from './lib/postgres/find-data-dir.ts'
import { findPostmaster } from './lib/postgres/postmaster-pid.ts'
import { endProcess } from './lib/processes/end-process.ts'
import { isSameAlive } from './lib/processes/process-identity.ts'
import { withRedis } from './lib/redis/ask-redis.ts'
import { runPart } from './lib/run-part.ts'
import { clearRunState, findRunning, readRunState } from './lib/run-state.ts'

const schemas = ['public', 'engine', 'sandbox']

const placeOf = (address: string): string => {
  const { hostname, pathname } = new URL(address)
  return `${hostname}${pathname}`
}

const emptyDatabase = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 60_000 })
  await client.connect()
  try {
    for (const schema of schemas) await client.query(`drop schema if exists ${schema} cascade`)
    await client.query('create schema public')
  } finally {
    await client.end()
  }
}

const deleteFolder = (path: string): void => {
  console.log(existsSync(path) ? `  Deletes ${path}` : `  Nothing is in ${path}`)
  rmSync(path, { recursive: true, force: true })
}

const resetDatabase = async (url: string | undefined): Promise<void> => {
  if (url !== undefined) {
    console.log(`  Drops the schemas ${schemas.join(', ')} of ${placeOf(url)} and all that is in them`)
    await emptyDatabase(url)
    return
  }
  const dataDir = findDataDir(stateDir)
  const left = findPostmaster(dataDir)
  if (left !== undefined) await endProcess(left.identity, { signal: 'SIGINT', boundMs: 30_000 })
  // The marker goes first: a folder without it is made anew at the next start, however far this got.
  rmSync(`${dataDir}.ready`, { force: true })
  deleteFolder(dataDir)
}

const resetRedis = async (url: string | undefined): Promise<void> => {
  if (url !== undefined) {
    console.log(`  Deletes every key of ${placeOf(url)}`)
    await withRedis(url, 10_000, redis => redis.flushdb())
    return
  }
  const left = readRunState(stateDir)?.processes.redis
  if (left !== undefined && isSameAlive(left)) await endProcess(left, { boundMs: 20_000 })
  deleteFolder(join(stateDir, 'redis'))
}

await runPart(async () => {
  const env = readEnv(readVariables())
  const state = readRunState(stateDir)
  if (findRunning(state) !== undefined) {
    throw new PlainError('Makegood is running. Stop it first (Ctrl-C where it runs), then: npm run reset')
  }
  const foreign = [env.DATABASE_URL, env.REDIS_URL].filter(url => url !== undefined).map(placeOf)
  if (foreign.length > 0 && !process.argv.includes('--yes')) {
    throw new PlainError(
      `This would delete all data in ${foreign.join(' and ')}, which Makegood did not start. If that is meant: npm run reset -- --yes`,
    )
  }
  if (state !== undefined) await endLeftovers(state)
  await resetDatabase(env.DATABASE_URL)
  await resetRedis(env.REDIS_URL)
  clearRunState(stateDir)
  console.log('  Fresh at the next npm start. The keys in .makegood/keys.env stay.')
  return 0
})

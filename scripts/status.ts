import { readEnv, readVariables } from './env.ts'
import { findDatabaseUrl, withoutPassword } from './lib/find-database.ts'
import { stateDir } from './lib/paths.ts'
import { errorText } from './lib/plain-error.ts'
import { healthUrlOf } from './lib/plan-processes.ts'
import { askDatabase } from './lib/postgres/ensure-database.ts'
import { askHealth } from './lib/processes/wait-for-health.ts'
import { askRedis } from './lib/redis/ask-redis.ts'
import { runPart } from './lib/run-part.ts'
import { findRunning, readRunState } from './lib/run-state.ts'

interface PartStatus {
  name: string
  address: string
  healthy: boolean
  /** What is wrong, or the version where there is one. */
  note: string
}

const askMs = 2000

const askStore = async (name: string, address: string, ask: () => Promise<string>): Promise<PartStatus> => {
  const shown = { name, address: withoutPassword(address) }
  try {
    return { ...shown, healthy: true, note: await ask() }
  } catch (error) {
    return { ...shown, healthy: false, note: error instanceof Error ? error.message : errorText(error) }
  }
}

const askProcess = async (name: string, address: string, healthUrl: string): Promise<PartStatus> => {
  const reason = await askHealth(healthUrl)
  return { name, address, healthy: reason === undefined, note: reason ?? '' }
}

const collect = async (): Promise<{ running: boolean; parts: PartStatus[] }> => {
  const env = readEnv(readVariables())
  const state = findRunning(readRunState(stateDir))
  const database = findDatabaseUrl(env, state)
  const redis = state?.addresses.redis ?? env.REDIS_URL ?? `redis://127.0.0.1:${env.REDIS_PORT}`
  const askOne = (name: string, usualAddress: string | undefined, usualPort: number) => {
    const port = state?.ports[name] ?? usualPort
    const address = state?.addresses[name] ?? usualAddress ?? `http://localhost:${port}`
    // A public address may lead through a proxy: health is asked where the process listens on this machine.
    const isForeign = name === 'engine' && env.INNGEST_BASE_URL !== undefined
    return askProcess(name, address, isForeign ? new URL('/health', address).href : healthUrlOf(port))
  }
  const parts = await Promise.all([
    askOne('web', env.WEB_URL, env.WEB_PORT),
    askOne('api', env.API_URL, env.API_PORT),
    askOne('sandbox', undefined, env.SANDBOX_PORT),
    askOne('engine', env.INNGEST_BASE_URL, env.ENGINE_PORT),
    askStore('postgres', database, () => askDatabase(database, askMs)),
    askStore('redis', redis, async () => (await askRedis(redis, askMs)).version),
  ])
  return { running: state !== undefined, parts }
}

await runPart(async () => {
  const status = await collect()
  const isUp = status.parts.every(part => part.healthy)
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ up: isUp, ...status }, null, 2))
    return isUp ? 0 : 1
  }
  for (const { name, address, healthy, note } of status.parts)
    console.log(`  ${name.padEnd(10)}${healthy ? 'up  ' : 'DOWN'}  ${address}${note === '' ? '' : `   ${note}`}`)
  if (!isUp) console.log(status.running ? '\n  Logs: .makegood/logs' : '\n  Makegood is not running here: npm start')
  return isUp ? 0 : 1
})

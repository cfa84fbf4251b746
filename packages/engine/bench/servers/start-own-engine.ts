import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { BenchServer } from './bench-server.ts'
import { freshDatabase } from './fresh-database.ts'
import { untilHealthy } from './until-healthy.ts'

const port = 18_288

/** This engine in signed mode on an empty database; `profileFolder` takes a profile of its processor use. */
export async function startOwnEngine(serverUrl: string, profileFolder: string | undefined): Promise<BenchServer> {
  const databaseUrl = await freshDatabase(serverUrl, 'bench_engine')
  const keys = { eventKey: 'bench', signingKey: `signkey-prod-${'5a'.repeat(32)}` }
  const child = fork(new URL('../../src/main.ts', import.meta.url), {
    execArgv: profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [],
    env: {
      INNGEST_POSTGRES_URI: databaseUrl,
      INNGEST_PORT: String(port),
      INNGEST_EVENT_KEY: keys.eventKey,
      INNGEST_SIGNING_KEY: keys.signingKey,
      LOG_LEVEL: 'warn',
    },
  })
  const url = `http://127.0.0.1:${port}`
  const close = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  await untilHealthy(url, close)
  return { name: 'engine', url, ...keys, pid: child.pid, databaseUrl, close }
}

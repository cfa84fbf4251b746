import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { BenchServer } from './bench-server.ts'
import { freshDatabase } from './fresh-database.ts'
import { untilHealthy } from './until-healthy.ts'

const port = 18_388

/** The `inngest` binary on the PATH, if there is one. */
export function findInngest(path: string): string | undefined {
  return path
    .split(delimiter)
    .map(folder => join(folder, 'inngest'))
    .find(isProgram)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

type InngestOptions = { kind: 'dev' | 'start'; program: string; serverUrl: string; redisUrl: string | undefined }

/** A real Inngest server: `dev` in memory, or `start` signed, on Postgres, with Redis where one is named. */
export async function startInngest({ kind, program, serverUrl, redisUrl }: InngestOptions): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-inngest-'))
  const signed = kind === 'start'
  const keys = { eventKey: signed ? 'be' : '', signingKey: signed ? '5a'.repeat(32) : '' }
  const databaseUrl = signed ? await freshDatabase(serverUrl, 'bench_inngest') : undefined
  const [gateway, executorGrpc, gatewayGrpc] = [1, 2, 3].map(place => String(port + place))
  const flags = [kind, '--port', String(port), '--connect-gateway-port', gateway ?? '']
  flags.push('--connect-executor-grpc-port', executorGrpc ?? '', '--connect-gateway-grpc-port', gatewayGrpc ?? '')
  if (signed) flags.push('--event-key', keys.eventKey, '--signing-key', keys.signingKey)
  else flags.push('--no-discovery', '--no-poll')
  if (databaseUrl !== undefined) flags.push('--postgres-uri', `${databaseUrl}?sslmode=disable`)
  if (signed && redisUrl) flags.push('--redis-uri', redisUrl)
  const child = spawn(program, flags, { cwd: folder, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  const close = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  await untilHealthy(url, close)
  const store = databaseUrl === undefined ? 'in memory' : `on Postgres${redisUrl ? ' and Redis' : ''}`
  return {
    name: `inngest ${kind} ${store}`,
    url,
    eventKey: keys.eventKey,
    signingKey: signed ? `signkey-prod-${keys.signingKey}` : '',
    pid: child.pid,
    // Its pool opens and closes connections, so what they use cannot be added up.
    databaseUrl: undefined,
    close,
  }
}

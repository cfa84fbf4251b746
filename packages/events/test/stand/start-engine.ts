import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestDatabase } from '@makegood/db/testing/create-test-database'
import { findFreePort, type SpawnedServer, spawnServer } from '../spawn-server.ts'
import { standKeys } from './keys.ts'

const engineMain = new URL('../../../engine/src/main.ts', import.meta.url).pathname

export type StandEngine = SpawnedServer & {
  /** Loses all that it knows, as if its database had been lost; it must not run meanwhile. */
  forget(): Promise<void>
}

/**
 * The server that runs the sagas: the project's engine, or a real Inngest server where SAGA_ENGINE_PROGRAM names an
 * `inngest` binary. Either can be killed and goes on where it stood.
 */
export const startStandEngine = async (database: TestDatabase): Promise<StandEngine> => {
  const program = process.env.SAGA_ENGINE_PROGRAM
  if (!program) {
    const server = await spawnServer({ file: process.execPath, args: [engineMain] }, 'INNGEST_PORT', {
      INNGEST_POSTGRES_URI: database.url,
      ...standKeys,
    })
    const forget = async () => void (await database.db.$executeRaw`drop schema engine cascade`)
    return { ...server, forget }
  }
  const folder = await mkdtemp(join(tmpdir(), 'saga-stand-'))
  const [gateway, executor, gatewayGrpc] = await Promise.all([findFreePort(), findFreePort(), findFreePort()])
  // The server takes the key's digits alone.
  const signingKey = standKeys.INNGEST_SIGNING_KEY.replace(/^signkey-\w+-/, '')
  const keys = ['--event-key', standKeys.INNGEST_EVENT_KEY, '--signing-key', signingKey]
  const ports = [
    ['--connect-gateway-port', String(gateway)],
    ['--connect-executor-grpc-port', String(executor)],
    ['--connect-gateway-grpc-port', String(gatewayGrpc)],
  ].flat()
  const args = ['start', '--sqlite-dir', folder, '--tick', '10', ...keys, ...ports]
  const server = await spawnServer({ file: program, args, portFlag: '--port', quiet: true }, 'INNGEST_PORT', {})
  return {
    ...server,
    forget: async () => {
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder)
    },
    kill: async signal => {
      await server.kill(signal)
      if (signal === 'SIGTERM') await rm(folder, { recursive: true, force: true })
    },
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort, type SpawnedServer, spawnServer } from '../spawn-server.ts'
import { standKeys } from './keys.ts'

const engineMain = new URL('../../../engine/src/main.ts', import.meta.url).pathname

/**
 * The server that runs the sagas: the project's engine, or a real Inngest server where SAGA_ENGINE_PROGRAM names an
 * `inngest` binary. Either can be killed and goes on where it stood.
 */
export const startStandEngine = async (databaseUrl: string): Promise<SpawnedServer> => {
  const program = process.env.SAGA_ENGINE_PROGRAM
  if (!program)
    return await spawnServer({ file: process.execPath, args: [engineMain] }, 'INNGEST_PORT', {
      INNGEST_POSTGRES_URI: databaseUrl,
      ...standKeys,
    })
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
    kill: async signal => {
      await server.kill(signal)
      if (signal === 'SIGTERM') await rm(folder, { recursive: true, force: true })
    },
  }
}

import { startEngine } from '../../src/start-engine.ts'
import { createTestDatabase } from '../../test/test-database.ts'
import type { TargetServer } from '../harness/target-server.ts'

/** Our engine in development mode, on a database of its own that is dropped at the end. */
export async function startOwnEngine(): Promise<TargetServer> {
  const database = await createTestDatabase()
  const engine = await startEngine({ databaseUrl: database.url, port: 0, retryIntervalMs: 1_000 })
  return {
    name: 'engine',
    url: engine.url,
    keys: undefined,
    appHost: '127.0.0.1',
    settleMs: 700,
    parallel: 16,
    async close() {
      await engine.close()
      await database.drop()
    },
  }
}

import type { InngestFunction } from 'inngest'
import { expect, vi } from 'vitest'
import { type Engine, startEngine } from '../src/start-engine.ts'
import { createTestClock, type TestClock } from '../src/test-clock.ts'
import { createClient, eventKey, signingKey, startApp, type TestApp } from './test-app.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { createView, type TestEngine } from './test-engine.ts'

type Client = ReturnType<typeof createClient>

export type FlowEngine = Pick<TestEngine, 'get' | 'runsOf' | 'ended'> & {
  database: TestDatabase
  clock: TestClock
  app: TestApp
  /** The internal ids of events sent in one request. */
  send(...events: Record<string, unknown>[]): Promise<string[]>
  delete(path: string): Promise<Response>
  /** Resolves once the engine works on nothing. */
  quiet(): Promise<void>
  /** Another engine on the same database and port, as after a crash: nothing is waited for. */
  restart(meanwhile?: () => void): Promise<void>
  close(): Promise<void>
}

/** An engine whose clock stands still until it is moved, with an app that has registered these functions. */
export async function startFlowEngine(functionsOf: (client: Client) => InngestFunction.Any[]): Promise<FlowEngine> {
  const database = await createTestDatabase()
  const clock = createTestClock(Date.now())
  const common = {
    databaseUrl: database.url,
    eventKeys: [eventKey],
    signingKey,
    retryIntervalMs: 0,
    closePatienceMs: 0,
    clock,
  }
  let engine: Engine = await startEngine({ ...common, port: 0 })
  const { url } = engine
  const client = createClient(url)
  const app = await startApp(client, functionsOf(client))
  const registered = await app.register()
  if (registered.status !== 200) throw new Error(registered.message)
  return {
    ...createView(url),
    database,
    clock,
    app,
    async send(...events) {
      const response = await fetch(`${url}/e/${eventKey}`, { method: 'POST', body: JSON.stringify(events) })
      return ((await response.json()) as { ids: string[] }).ids
    },
    delete: path => fetch(`${url}${path}`, { method: 'DELETE', headers: { authorization: `Bearer ${signingKey}` } }),
    quiet: () =>
      vi.waitFor(async () => {
        expect(await database.query('select run_id from engine.queue where owner is not null')).toEqual([])
      }),
    async restart(meanwhile) {
      await engine.close()
      meanwhile?.()
      engine = await startEngine({ ...common, port: Number(new URL(url).port) })
    },
    async close() {
      await app.close()
      await engine.close()
      await database.drop()
    },
  }
}

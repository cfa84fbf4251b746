import { vi } from 'vitest'
import type { EngineOptions } from '../src/engine-options.ts'
import { type Engine, startEngine } from '../src/start-engine.ts'
import { eventKey, signingKey } from './test-app.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

export type RunView = {
  run_id: string
  function_slug: string
  event_id: string
  status: string
  ended_at: string | null
  output?: unknown
}

export type TestEngine = {
  url: string
  database: TestDatabase
  engine: Engine
  get(path: string): Promise<Response>
  /** The runs that an event has started, by its internal id. */
  runsOf(eventId: string | undefined): Promise<RunView[]>
  /** The one run of an event, once it has ended. */
  ended(eventId: string | undefined): Promise<RunView>
  close(): Promise<void>
}

/** An engine in signed mode on a database of its own. */
export async function startTestEngine(options: Partial<EngineOptions> = {}): Promise<TestEngine> {
  const database = await createTestDatabase()
  const engine = await startEngine({
    databaseUrl: database.url,
    port: 0,
    eventKeys: [eventKey],
    signingKey,
    retryIntervalMs: 20,
    ...options,
  })
  const view = createView(engine.url)
  return {
    ...view,
    url: engine.url,
    database,
    engine,
    async close() {
      await engine.close()
      await database.drop()
    },
  }
}

/** How tests look at an engine: by REST, as anyone would. */
export function createView(url: string): Pick<TestEngine, 'get' | 'runsOf' | 'ended'> {
  const get = (path: string) => fetch(`${url}${path}`, { headers: { authorization: `Bearer ${signingKey}` } })
  const runsOf = async (eventId: string | undefined) => {
    const response = await get(`/v1/events/${eventId}/runs`)
    return ((await response.json()) as { data: RunView[] }).data
  }
  const ended = (eventId: string | undefined) =>
    vi.waitFor(
      async () => {
        const [run] = await runsOf(eventId)
        if (!run?.ended_at) throw new Error(`The run of event ${eventId} is ${run?.status ?? 'not there'}`)
        return run
      },
      { timeout: 8_000, interval: 10 },
    )
  return { get, runsOf, ended }
}

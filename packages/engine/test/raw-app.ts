import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vi } from 'vitest'
import { type Engine, startEngine } from '../src/start-engine.ts'
import { closeServer, listen } from './test-app.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import type { RunView } from './test-engine.ts'

export type Call = {
  body: Record<string, unknown> & { steps: Record<string, unknown> }
  headers: IncomingMessage['headers']
  url: string
}
export type Answer = { status: number; headers?: Record<string, string>; body: string }

/** An app that is no SDK: what it answers, and what it says in checkpoints, is up to each test. */
export type RawApp = {
  engine: Engine
  database: TestDatabase
  calls: Call[]
  answer(call: Call): Answer | Promise<Answer>
  /** Registers the one function with these options. */
  register(options: object, triggers?: object[], appName?: string): Promise<Response>
  /** Sends the event that starts the function, which is answered so, and waits for its run's end. */
  run(answer: RawApp['answer']): Promise<RunView>
  close(): Promise<void>
}

/** One step that is done. */
export const op = (more: object) => JSON.stringify([{ id: 'a'.repeat(40), op: 'StepRun', name: 'a', data: 1, ...more }])

/** The end of a run. */
export const done = (data: unknown): Answer => ({ status: 200, body: JSON.stringify(data) })

export async function startRawApp(): Promise<RawApp> {
  const database = await createTestDatabase()
  const engine = await startEngine({ databaseUrl: database.url, port: 0, retryIntervalMs: 10, appTimeoutMs: 700 })
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = JSON.parse(Buffer.concat(parts).toString()) as Call['body']
    const call = { body, headers: request.headers, url: request.url ?? '' }
    raw.calls.push(call)
    const { status, headers, body: text } = await raw.answer(call)
    response.writeHead(status, { 'x-inngest-sdk': 'test', ...headers }).end(text)
  })
  await listen(server, 0)

  const raw: RawApp = {
    engine,
    database,
    calls: [],
    answer: () => done(null),
    register(options, triggers = [{ event: 'test/go' }], appName = 'raw') {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`
      const step = { runtime: { type: 'http', url: `${url}?fnId=raw-go&stepId=step` }, retries: { attempts: 1 } }
      const functions = [{ id: 'raw-go', triggers, steps: { step }, ...options }]
      const body = JSON.stringify({ url, appName, sdk: 'test', functions })
      return fetch(`${engine.url}/fn/register`, { method: 'POST', body })
    },
    async run(answer) {
      raw.answer = answer
      raw.calls.length = 0
      const sent = await fetch(`${engine.url}/e/any`, { method: 'POST', body: '{"name":"test/go","data":{"n":1}}' })
      const { ids } = (await sent.json()) as { ids: string[] }
      return vi.waitFor(
        async () => {
          const response = await fetch(`${engine.url}/v1/events/${ids[0]}/runs`)
          const { data } = (await response.json()) as { data: RunView[] }
          if (!data[0]?.ended_at) throw new Error('The run has not ended')
          return data[0]
        },
        { timeout: 8_000, interval: 10 },
      )
    },
    async close() {
      await engine.close()
      await closeServer(server)
      await database.drop()
    },
  }
  await raw.register({})
  return raw
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Inngest, type InngestFunction } from 'inngest'
import { serve } from 'inngest/node'

export const eventKey = 'test-event-key'
export const signingKey = `signkey-prod-${'0a'.repeat(32)}`

export type TestApp = {
  client: Inngest
  port: number
  register(): Promise<{ status: number; message: string }>
  /** Breaks every open connection, as a crash would, and goes on listening. */
  dropConnections(): void
  close(): Promise<void>
}

/** A client that speaks to this engine in signed mode. */
export function createClient(engineUrl: string, id = 'shop'): Inngest {
  return new Inngest({ id, baseUrl: engineUrl, eventKey, signingKey, isDev: false, logger: silent })
}

/** A real app with the real SDK, served over HTTP; `port` 0 takes any. */
export async function startApp(client: Inngest, functions: InngestFunction.Any[], port = 0): Promise<TestApp> {
  const server = createServer(serve({ client, functions }))
  await listen(server, port)
  const address = server.address() as AddressInfo
  return {
    client,
    port: address.port,
    async register() {
      const response = await fetch(`http://127.0.0.1:${address.port}/api/inngest`, { method: 'PUT' })
      return { status: response.status, ...((await response.json()) as { message: string }) }
    },
    dropConnections: () => server.closeAllConnections(),
    close: () => closeServer(server),
  }
}

export function listen(server: Server, port: number): Promise<void> {
  return new Promise(resolve => {
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

export function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

const ignore = () => undefined
const silent = { info: ignore, warn: ignore, error: ignore, debug: ignore }

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Inngest, InngestFunction } from 'inngest'
import { serve } from 'inngest/node'
import type { AppCall, CallBody } from './app-call.ts'

/** What an app answers in place of the SDK. */
export type ForcedReply = { status: number; headers?: Record<string, string>; body: string }

export type ScenarioApp = {
  calls: AppCall[]
  /** Replaces the app's functions; the server hears of them when the app registers again. */
  serve(functions: InngestFunction.Any[]): void
  /** Tells the server of the functions; fails with its reason where it refuses them. */
  register(): Promise<void>
  /** While set, decides on each call what the app answers; undefined leaves it to the SDK. */
  force(decide: ((call: AppCall) => ForcedReply | undefined) | undefined): void
  /** Stops listening and breaks what is open, as a crash would. */
  goDown(): Promise<void>
  /** Listens again at the same port. */
  comeUp(): Promise<void>
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** A real app with the real SDK, served over HTTP, that remembers every call it gets. */
export async function openApp(client: Inngest, first: InngestFunction.Any[], host: string): Promise<ScenarioApp> {
  const calls: AppCall[] = []
  let handler = serve({ client, functions: first }) as Handler
  let decide: ((call: AppCall) => ForcedReply | undefined) | undefined
  const prefix = `${client.id}-`

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') return handler(request, response)
    const body = await readBody(request)
    const call = readCall(request, body, prefix)
    calls.push(call)
    const forced = decide?.(call)
    recordReply(call, response)
    if (forced) {
      response.writeHead(forced.status, forced.headers).end(forced.body)
      return
    }
    replay(request, body)
    handler(request, response)
  }
  const listen = (server: Server, port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, resolve)
    })
  const open = () =>
    createServer((request, response) => {
      answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
    })
  const closeServer = (server: Server) =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })

  let server = open()
  await listen(server, 0)
  const { port } = server.address() as AddressInfo

  const register = async () => {
    const response = await fetch(`http://${host}:${port}/api/inngest`, { method: 'PUT' })
    const { message } = (await response.json()) as { message: string }
    if (response.status !== 200) throw new Error(`The server refused the app: ${response.status} ${message}`)
  }
  return {
    calls,
    register,
    serve(functions) {
      handler = serve({ client, functions }) as Handler
    },
    force: given => {
      decide = given
    },
    goDown: () => closeServer(server),
    async comeUp() {
      server = open()
      await listen(server, port)
    },
    close: () => closeServer(server),
  }
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

// The SDK reads the body by these two events, which have passed by now.
function replay(request: IncomingMessage, body: Buffer): void {
  request.removeAllListeners('data').removeAllListeners('end')
  setImmediate(() => {
    request.emit('data', body)
    request.emit('end')
  })
}

function readCall(request: IncomingMessage, raw: Buffer, prefix: string): AppCall {
  const { searchParams } = new URL(request.url ?? '', 'http://app')
  const body = JSON.parse(raw.toString('utf8')) as CallBody
  const fn = searchParams.get('fnId') ?? ''
  return {
    at: performance.now(),
    fn: fn.startsWith(prefix) ? fn.slice(prefix.length) : fn,
    step: searchParams.get('stepId') ?? '',
    attempt: body.ctx.attempt,
    maxAttempts: body.ctx.max_attempts,
    runId: body.ctx.run_id,
    headers: request.headers,
    body,
  }
}

function recordReply(call: AppCall, response: ServerResponse): void {
  const end = response.end.bind(response)
  response.end = ((chunk?: unknown, ...rest: []) => {
    const text = typeof chunk === 'string' || chunk instanceof Uint8Array ? Buffer.from(chunk).toString('utf8') : ''
    call.reply = { status: response.statusCode, body: parse(text) }
    return end(chunk as string, ...rest)
  }) as typeof response.end
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

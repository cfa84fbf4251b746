import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Guard } from '../signing/guard.ts'
import type { Activity } from './activity.ts'
import type { OverviewReader } from './read-overview.ts'

type LiveParts = { guard: Guard; activity: Activity; readOverview: OverviewReader; onTrouble(error: unknown): void }

const mostListeners = 32
const hintsEveryMs = 250
const overviewEveryMs = 2_000
const heartbeatMs = 15_000
/** A listener that has this much unread is too slow and is let go; its browser connects again. */
const mostUnreadBytes = 256 * 1_024

/**
 * GET /v1/overview, and GET /v1/live: server-sent events `runs` (which runs have changed) and `overview`, collected over
 * a moment and written once for all listeners. They come from memory; only the overview asks Postgres, once for all.
 */
export function addLiveRoutes(app: FastifyInstance, parts: LiveParts): void {
  const { guard, activity, readOverview, onTrouble } = parts
  const listeners = new Set<ServerResponse>()
  let timers: NodeJS.Timeout[] = []

  const tell = (text: string) => {
    for (const listener of listeners) {
      if (listener.writableLength > mostUnreadBytes) listener.destroy()
      else listener.write(text)
    }
  }
  const tellHints = () => {
    const hints = activity.drain()
    if (hints) tell(`event: runs\ndata: ${JSON.stringify(hints)}\n\n`)
  }
  const tellOverview = () => {
    readOverview().then(overview => tell(eventText(overview)), onTrouble)
  }
  const begin = () => {
    activity.collect(true)
    timers = [
      setInterval(tellHints, hintsEveryMs),
      setInterval(tellOverview, overviewEveryMs),
      setInterval(() => tell(': still here\n\n'), heartbeatMs),
    ]
  }
  const end = () => {
    activity.collect(false)
    for (const timer of timers) clearInterval(timer)
    timers = []
  }

  app.register(async api => {
    api.addHook('onRequest', async (request, reply) => {
      if (guard.allowsBearer(request.headers.authorization)) return
      await reply.code(401).send({ error: 'Unauthorized', status: 401 })
    })

    api.get('/v1/overview', async () => ({ data: await readOverview() }))

    api.get('/v1/live', async (_request, reply) => {
      if (listeners.size >= mostListeners) {
        const error = `${mostListeners} pages are listening already: close one, or reload by hand`
        return reply.code(503).send({ error, status: 503 })
      }
      const overview = await readOverview()
      reply.hijack()
      const listener = reply.raw
      listener.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // The connection ends with the stream, so that it does not keep a closing engine waiting.
        connection: 'close',
      })
      if (listeners.size === 0) begin()
      listeners.add(listener)
      listener.once('close', () => {
        listeners.delete(listener)
        if (listeners.size === 0) end()
      })
      listener.once('error', () => listener.destroy())
      listener.write(eventText(overview))
    })
  })

  // Before the server waits for its connections: these would never end by themselves.
  app.addHook('preClose', async () => {
    for (const listener of listeners) listener.end()
    end()
  })
}

function eventText(overview: object): string {
  return `event: overview\ndata: ${JSON.stringify(overview)}\n\n`
}

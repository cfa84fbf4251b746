import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Inngest } from 'inngest'
import { createServer } from 'inngest/node'
import { pino } from 'pino'
import { standKeys } from '../stand/keys.ts'

const families = ['order/*', 'stock/*', 'payment/*', 'shipping/*', 'return/*', 'webhook/*', 'saga/*'] as const
export const isCounted = (name: string): boolean => families.some(family => name.startsWith(family.slice(0, -1)))

export type EventCounter = {
  /** The runs that each event has had, by its id. */
  readonly runsOf: ReadonlyMap<string, ReadonlySet<string>>
  stop(): void
}

/** An app of its own beside the shop, with one function that hears every event and counts the runs of each. */
export const countEvents = async (engineUrl: string): Promise<EventCounter> => {
  const runsOf = new Map<string, Set<string>>()
  const logger = pino({ level: 'silent' })
  const inngest = new Inngest({
    id: 'event-counter',
    baseUrl: engineUrl,
    eventKey: standKeys.INNGEST_EVENT_KEY,
    signingKey: standKeys.INNGEST_SIGNING_KEY,
    isDev: false,
    logger,
    internalLogger: logger,
  })
  const count = inngest.createFunction(
    {
      id: 'count',
      triggers: families.map(event => ({ event })),
      batchEvents: { maxSize: 100, timeout: '1s' },
      retries: 3,
    },
    ({ events, runId }) => {
      for (const { id = '' } of events) runsOf.set(id, (runsOf.get(id) ?? new Set()).add(runId))
      return { events: events.length }
    },
  )
  const server = createServer({ client: inngest, functions: [count] })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const registered = await fetch(`http://127.0.0.1:${port}/api/inngest`, {
    method: 'PUT',
    signal: AbortSignal.timeout(10_000),
  })
  if (!registered.ok) throw new Error(`the counter could not be registered: ${await registered.text()}`)
  return {
    runsOf,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from '@makegood/db/client'
import type { ClaimedEvent } from '@makegood/db/outbox/claim-events'
import { closeRefusal, markEventsSent, setEventAside } from '@makegood/db/outbox/settle-events'
import type { Inngest } from 'inngest'
import type { Logger } from 'pino'
import { messageOf } from '../saga/retry-schedule.ts'

type Deps = {
  readonly db: Db
  readonly inngest: Pick<Inngest, 'send'>
  readonly logger: Logger
  /** How long one request may take with all the client's own attempts; six seconds where nothing is said. */
  readonly sendMaxMs?: number
}

const defaultSendMaxMs = 6000

/** The engine's own words for a request that it will never take as it is; everything else may be the engine's trouble. */
const refusal = /^Inngest API Error: (400|406|409|412|413)\b/

/** How many requests are on their way at once where each event is sent on its own. */
const aloneMax = 20

/**
 * Sends events in one request and marks them as sent. Where the engine refuses it, each is sent on its own, so that only
 * what it refuses is set aside; that is sent on its own from then on. Where the engine is away or slow this throws, and
 * whatever was not sent stays.
 */
export const sendEvents = async (deps: Deps, events: readonly ClaimedEvent[]): Promise<void> => {
  const fresh = events.filter(event => !event.refused)
  const taken = await send(deps, fresh)
  // The one of a request of one is set aside already.
  const alone = taken || fresh.length === 1 ? events.filter(event => event.refused) : events
  for (let from = 0; from < alone.length; from += aloneMax)
    await Promise.all(alone.slice(from, from + aloneMax).map(event => sendAlone(deps, event)))
}

/** False where the engine refuses the request. */
const send = async (deps: Deps, events: readonly ClaimedEvent[]): Promise<boolean> => {
  if (events.length === 0) return true
  try {
    await inTime(deps.inngest.send(events.map(toInngestEvent)), deps.sendMaxMs ?? defaultSendMaxMs)
  } catch (error) {
    if (!refusal.test(messageOf(error))) throw error
    if (events[0] && events.length === 1) await setAside(deps, events[0], messageOf(error))
    return false
  }
  await markEventsSent(deps.db, idsOf(events))
  return true
}

const sendAlone = async (deps: Deps, event: ClaimedEvent): Promise<void> => {
  const taken = await send(deps, [event])
  if (taken && event.refused) await closeRefusal(deps.db, event.id)
}

export const idsOf = (events: readonly ClaimedEvent[]): readonly string[] => events.map(event => event.id)

const setAside = async ({ db, logger }: Deps, { id, name }: ClaimedEvent, error: string): Promise<void> => {
  logger.error({ eventId: id, name, error }, 'the engine refuses an event; it waits apart')
  await setEventAside(db, id, error)
}

/** The client tries a few times by itself; the whole of it has an end. */
const inTime = async (sending: Promise<unknown>, sendMaxMs: number): Promise<void> => {
  const over = new AbortController()
  const tooLate = async () => {
    await wait(sendMaxMs, null, { signal: over.signal })
    throw new Error(`the engine took no events within ${sendMaxMs} ms`)
  }
  try {
    await Promise.race([sending, tooLate()])
  } finally {
    over.abort()
  }
}

const toInngestEvent = (event: ClaimedEvent) => ({
  id: event.id,
  name: event.name,
  data: { ...event.payload, correlationId: event.correlationId },
  ts: event.createdAt.getTime(),
  v: String(event.version),
})

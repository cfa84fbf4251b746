import { newId } from '../ids/make-id.ts'
import { seededId } from '../ids/seeded-ids.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { isRecord } from '../json/read-json.ts'
import type { EngineEvent } from './engine-event.ts'
import { hasSessions } from './has-sessions.ts'

export const eventLimits = {
  perRequest: 5_000,
  nameChars: 256,
  idChars: 1_024,
  eventBytes: 512 * 1_024,
  requestBytes: 10 * 1_024 * 1_024,
}

/** What is wrong with a request, in words for its sender. */
export class BadEvents extends Error {
  override name = 'BadEvents'
  status: number
  constructor(message: string, status = 400) {
    super(message)
    this.status = status
  }
}

/** The events of one request, all valid, with their internal ids; or BadEvents, and then none is stored. */
export function readEvents(body: unknown, seed: string | undefined, now: number): EngineEvent[] {
  const given = Array.isArray(body) ? body : [body]
  if (given.length > eventLimits.perRequest) {
    throw new BadEvents(`${given.length} events in one request: at most ${eventLimits.perRequest} are taken`, 413)
  }
  return given.map((event, index) => {
    const where = given.length === 1 ? 'The event' : `Event ${index}`
    const id = (seed ? seededId(seed, index) : undefined) ?? newId(now)
    return readEvent(event, id, now, where)
  })
}

function readEvent(given: unknown, id: string, now: number, where: string): EngineEvent {
  if (!isRecord(given)) throw new BadEvents(`${where} is no JSON object`)
  const { name, data, user, ts, id: externalId, v, meta } = given
  if (typeof name !== 'string' || name.trim() === '') throw new BadEvents(`${where} has no name`)
  if (name.length > eventLimits.nameChars) {
    throw new BadEvents(`${where} has a name of ${name.length} characters: at most ${eventLimits.nameChars} are taken`)
  }
  if (name.includes('\0')) throw new BadEvents(`${where} has a zero character in its name`)
  for (const text of [name, externalId]) {
    if (typeof text === 'string' && !text.isWellFormed())
      throw new BadEvents(`${where} has half a character (a lone surrogate) in its name or id`)
  }
  if (name.startsWith('inngest/'))
    throw new BadEvents(`${where} is named ${name}: names in inngest/ are the engine's own`)
  if (data !== undefined && data !== null && !isRecord(data)) throw new BadEvents(`${where} has data that is no object`)
  if (user !== undefined && user !== null && !isRecord(user))
    throw new BadEvents(`${where} has a user that is no object`)
  if (ts !== undefined && ts !== null && !isTime(ts)) {
    throw new BadEvents(`${where} has a ts that is no time in milliseconds`)
  }
  if (externalId !== undefined && externalId !== null && typeof externalId !== 'string') {
    throw new BadEvents(`${where} has an id that is no string`)
  }
  if (externalId && externalId.length > eventLimits.idChars) {
    throw new BadEvents(
      `${where} has an id of ${externalId.length} characters: at most ${eventLimits.idChars} are taken`,
    )
  }
  if (hasSessions(meta))
    throw new BadEvents(`${where} (${name}) has sessions in its meta, which this engine does not keep`)
  const event = makeEvent({
    id,
    name,
    externalId: externalId || undefined,
    data: data ?? {},
    user: user ?? {},
    ts: typeof ts === 'number' && ts > 0 ? ts : now,
    now,
    ...(typeof v === 'string' ? { v } : {}),
  })
  if (event.payload.length > eventLimits.eventBytes || Buffer.byteLength(event.payload) > eventLimits.eventBytes) {
    throw new BadEvents(`${where} (${name}) is larger than ${eventLimits.eventBytes / 1_024} KiB`, 413)
  }
  return event
}

/** The last time that a Date can be, in the year 275760. */
const latestTime = 8.64e15

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= latestTime
}

type EventParts = {
  id: string
  name: string
  externalId: string | undefined
  data: Record<string, unknown>
  user: Record<string, unknown>
  ts: number
  now: number
  v?: string
}

/** An event in the engine's form; without an id of its sender functions see the internal one. */
export function makeEvent({ id, name, externalId, data, user, ts, now, v }: EventParts): EngineEvent {
  const body = { data, id: externalId?.replaceAll('\0', '') || id, name, ts, user, ...(v === undefined ? {} : { v }) }
  return { id, name, externalId: externalId && body.id, tsMs: ts, receivedMs: now, body, payload: canonicalJson(body) }
}

import { createHash } from 'node:crypto'
import type { EngineFunction } from '../functions/engine-function.ts'
import { keyOf } from '../functions/expression.ts'
import type { Registry } from '../functions/registry.ts'
import { newId } from '../ids/make-id.ts'
import { callItem, type QueueItem, type RunState } from '../runs/run-state.ts'
import type { EngineEvent } from './engine-event.ts'

/** A run that an event starts unless one of its keys has started the function before. */
export type PlannedRun = {
  run: RunState
  item: QueueItem
  keys: string[]
  /** Whether this engine works on it at once; otherwise it waits in the queue. */
  taken: boolean
}

/** An event whose time is nearer than this starts its runs at once: clocks of sender and engine differ a little. */
const heldFromMs = 20
const longestKey = 300

/** The runs that an event starts: one for each function that listens, held until the event's time. */
export function planRuns(event: EngineEvent, registry: Registry, now: number): PlannedRun[] {
  return registry.startedBy(event.body).map(fn => planRun(fn, event, startKeys(fn, event), now))
}

export function planRun(fn: EngineFunction, event: EngineEvent, keys: string[], now: number): PlannedRun {
  const run: RunState = {
    id: newId(now),
    functionId: fn.id,
    eventId: event.id,
    events: [event.payload],
    startedMs: now,
    status: 'Running',
    steps: new Map(),
    pending: new Set(),
    calling: true,
    callAgain: false,
    answered: false,
    uses: 0,
  }
  return { run, item: callItem(run, event.tsMs > now + heldFromMs ? event.tsMs : now), keys, taken: false }
}

function startKeys(fn: EngineFunction, event: EngineEvent): string[] {
  const keys = event.externalId === undefined ? [] : [`event ${event.externalId}`]
  if (fn.idempotency) keys.push(`key ${keyOf(fn.idempotency, { event: event.body })}`)
  return keys.map(key => (key.length > longestKey ? createHash('sha256').update(key).digest('hex') : key))
}

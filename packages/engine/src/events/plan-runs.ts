import { flowKey, shortKey } from '../flow/flow-key.ts'
import { priorityOf } from '../flow/priority.ts'
import type { EngineFunction } from '../functions/engine-function.ts'
import type { Registry } from '../functions/registry.ts'
import { newId } from '../ids/make-id.ts'
import { callItem, finishTimeout, type QueueItem, queueItem, type RunState, startTimeout } from '../runs/run-state.ts'
import type { EngineEvent } from './engine-event.ts'

/** A run that an event starts unless one of its keys has started the function before. */
export type PlannedRun = {
  run: RunState
  item: QueueItem
  /** Rows that cancel the run when it takes too long. */
  timeouts: QueueItem[]
  keys: string[]
  /** Whether this engine works on it at once; otherwise it waits in the queue. */
  taken: boolean
  /** All its events, where it has more than the one, by internal id in order of arrival. */
  eventIds?: string[]
  /** The held group that its events have waited in. */
  heldId?: string
  /** It may only start where it gets its singleton's key. */
  single?: boolean
}

/** An event whose time is nearer than this starts its runs at once: clocks of sender and engine differ a little. */
const heldFromMs = 20

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
    parent: undefined,
    priority: priorityOf(fn.flow.priority, event.body),
    pending: new Set(),
    calling: true,
    callAgain: false,
    answered: false,
    called: false,
    together: false,
    uses: 0,
  }
  const dueMs = event.tsMs > now + heldFromMs ? event.tsMs : now
  return { run, item: callItem(run, dueMs), timeouts: planTimeouts(fn, run, dueMs), keys, taken: false }
}

function planTimeouts(fn: EngineFunction, run: RunState, dueMs: number): QueueItem[] {
  const { startMs, finishMs } = fn.timeouts
  const timeout = (stepId: string, afterMs: number | undefined) =>
    afterMs === undefined ? [] : [queueItem(run, { stepId, kind: 'timeout', dueMs: dueMs + afterMs })]
  return [...timeout(startTimeout, startMs), ...timeout(finishTimeout, finishMs)]
}

function startKeys(fn: EngineFunction, event: EngineEvent): string[] {
  const keys = event.externalId === undefined ? [] : [`event ${event.externalId}`]
  const once = fn.idempotency && flowKey(fn.idempotency, event.body)
  if (once !== undefined) keys.push(`key ${once}`)
  return keys.map(shortKey)
}

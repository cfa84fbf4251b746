import type { PlannedRun } from '../events/plan-runs.ts'
import { newId } from '../ids/make-id.ts'
import type { Batch, Debounce } from './flow-options.ts'
import { type HeldGroup, nameOf } from './flow-state.ts'
import type { Gate } from './read-gates.ts'

const mostBatchBytes = 10 * 1_024 * 1_024

/** Takes an event into the open group of its key, and answers with the groups that have changed. */
export function holdEvent(
  planned: PlannedRun,
  { fn, hold, tsMs }: Gate,
  open: Map<string, HeldGroup>,
  now: number,
): HeldGroup[] {
  if (!hold) return []
  const name = nameOf(fn.id, hold.kind, hold.key)
  const { eventId, events } = planned.run
  const bytes = Buffer.byteLength(events[0] ?? '')
  const event = { id: eventId, bytes, tsMs }
  const fresh = { id: newId(now), functionId: fn.id, ...hold, eventIds: [], bytes: 0, firstMs: now, latestTsMs: tsMs }
  const { debounce, batch } = fn.flow
  if (debounce) return debounceEvent(event, debounce, open, name, { ...fresh, dueMs: now + debounce.periodMs }, now)
  return batch ? batchEvent(event, batch, open, name, { ...fresh, dueMs: now + batch.timeoutMs }, now) : []
}

type HeldEvent = { id: string; bytes: number; tsMs: number }

/** The latest event stays and puts the run off, but no longer than the timeout; one that is older changes nothing. */
function debounceEvent(
  event: HeldEvent,
  { periodMs, timeoutMs = Number.POSITIVE_INFINITY }: Debounce,
  open: Map<string, HeldGroup>,
  name: string,
  fresh: HeldGroup,
  now: number,
): HeldGroup[] {
  const group = open.get(name) ?? fresh
  if (group.latestTsMs > event.tsMs) return []
  const dueMs = Math.min(now + periodMs, group.firstMs + timeoutMs)
  const next = { ...group, eventIds: [event.id], bytes: event.bytes, latestTsMs: event.tsMs, dueMs }
  open.set(name, next)
  return [next]
}

/** A group that is full is due, and takes no more events from then on. */
function batchEvent(
  event: HeldEvent,
  { maxSize }: Batch,
  open: Map<string, HeldGroup>,
  name: string,
  fresh: HeldGroup,
  now: number,
): HeldGroup[] {
  const found = open.get(name)
  const overflows = found !== undefined && found.bytes + event.bytes > mostBatchBytes
  const group = found && !overflows ? found : fresh
  const next = { ...group, eventIds: [...group.eventIds, event.id], bytes: group.bytes + event.bytes }
  if (next.eventIds.length >= maxSize) {
    next.dueMs = now
    open.delete(name)
  } else open.set(name, next)
  return overflows ? [{ ...found, dueMs: now }, next] : [next]
}

import type { Registry } from '../functions/registry.ts'
import { cancelled, type QueueItem } from '../runs/run-state.ts'
import type { WaitIndex } from '../waits/wait-index.ts'
import type { EngineEvent } from './engine-event.ts'
import { planRuns } from './plan-runs.ts'
import type { EventGroup, WokenItem } from './store-events.ts'

type PlanParts = { registry: Registry; waits: WaitIndex }

/** Everything that these events bring about: runs that start, steps that go on, runs that are cancelled. */
export function planGroup(events: EngineEvent[], { registry, waits }: PlanParts, now: number): EventGroup {
  return {
    events,
    runs: events.flatMap(event => planRuns(event, registry, now)),
    woken: events.flatMap(event => waits.match(event).map(item => wake(item, event, now))),
  }
}

function wake(item: QueueItem, event: EngineEvent, now: number): WokenItem {
  const outcome = item.kind === 'wait' ? { memo: event.payload } : { stepId: cancelled }
  return { item: { ...item, ...outcome, dueMs: now, taken: false }, eventId: event.id }
}

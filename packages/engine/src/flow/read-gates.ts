import type { PlannedRun } from '../events/plan-runs.ts'
import type { EventGroup } from '../events/store-events.ts'
import type { EngineFunction } from '../functions/engine-function.ts'
import { holds } from '../functions/expression.ts'
import type { Registry } from '../functions/registry.ts'
import { flowKey } from './flow-key.ts'
import { isGated } from './flow-options.ts'
import type { HeldKind } from './flow-state.ts'

/** What a run that is about to start must pass, each with the key under which it counts. */
export type Gate = {
  fn: EngineFunction
  /** The time of its event, as the sender gave it. */
  tsMs: number
  limitKey: string | undefined
  hold: { kind: Exclude<HeldKind, 'later'>; key: string } | undefined
  throttleKey: string | undefined
  singleKey: string | undefined
}

/** The gates of those runs whose functions have any. */
export function readGates(groups: EventGroup[], registry: Registry): Map<PlannedRun, Gate> {
  const gates = new Map<PlannedRun, Gate>()
  for (const planned of groups.flatMap(group => group.runs)) {
    const fn = registry.byId(planned.run.functionId)
    if (fn && isGated(fn.flow)) gates.set(planned, readGate(fn, planned))
  }
  return gates
}

function readGate(fn: EngineFunction, planned: PlannedRun): Gate {
  const event = JSON.parse(planned.run.events[0] ?? 'null') as { ts?: number } | null
  const { rateLimit, throttle, singleton } = fn.flow
  const wasHeld = planned.heldId !== undefined
  return {
    fn,
    tsMs: event?.ts ?? planned.run.startedMs,
    // A run that was held has passed the limit with each of its events.
    limitKey: rateLimit && !wasHeld ? flowKey(rateLimit.key, event) : undefined,
    // Whoever invokes a function waits for it: an invocation is not held back to be joined by others.
    hold: wasHeld || planned.run.parent ? undefined : readHold(fn, event),
    throttleKey: throttle && flowKey(throttle.key, event),
    singleKey: singleton && flowKey(singleton.key, event),
  }
}

function readHold({ flow: { debounce, batch } }: EngineFunction, event: unknown): Gate['hold'] {
  if (debounce) return { kind: 'debounce', key: flowKey(debounce.key, event) ?? 'false' }
  if (!batch || (batch.condition && !holds(batch.condition, { event }))) return undefined
  return { kind: 'batch', key: flowKey(batch.key, event) ?? 'false' }
}

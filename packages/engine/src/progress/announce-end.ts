import type { ThrownError } from '../dispatch/reply.ts'
import { planGroup } from '../events/plan-group.ts'
import type { PlannedRun } from '../events/plan-runs.ts'
import { makeEvent } from '../events/read-events.ts'
import type { EventGroup } from '../events/store-events.ts'
import type { EngineFunction } from '../functions/engine-function.ts'
import type { Registry } from '../functions/registry.ts'
import { newId } from '../ids/make-id.ts'
import { isRecord } from '../json/read-json.ts'
import type { RunState } from '../runs/run-state.ts'
import type { WaitIndex } from '../waits/wait-index.ts'
import { failureOf } from './memo.ts'
import type { RunEnd } from './progress.ts'

const finished = 'inngest/function.finished'

/**
 * The engine's own events about a run's end: function.finished for every end, and function.failed or
 * function.cancelled where that is what happened. An event for which nobody listens is not made, nor one that could
 * go round for ever: about a run that such an event started, it is not made again.
 */
export function announceEnd(
  run: RunState,
  fn: EngineFunction | undefined,
  end: RunEnd,
  { registry, waits }: { registry: Registry; waits: WaitIndex },
): EventGroup | undefined {
  const heard = namesFor(end.status).filter(name => registry.listensTo(name) || waits.listensTo(name))
  const names = heard.length === 0 ? [] : heard.filter(name => !mayGoRound(name, startedBy(run)))
  if (names.length === 0) return undefined
  const events = names.map(name =>
    makeEvent({
      id: newId(end.endedMs),
      name,
      externalId: run.id,
      data: dataFor(run, fn, end),
      user: {},
      ts: end.endedMs,
      now: end.endedMs,
    }),
  )
  const group = planGroup(events, { registry, waits }, end.endedMs)
  for (const { item } of group.woken) item.taken = true
  return { ...group, runs: group.runs.map(withoutKeys) }
}

function startedBy(run: RunState): unknown {
  const event: unknown = JSON.parse(run.events[0] ?? 'null')
  return isRecord(event) ? event.name : undefined
}

function mayGoRound(name: string, starter: unknown): boolean {
  return name === starter || starter === finished
}

/** All events about one run carry its id, so the id must not keep the second of them from starting anything. */
function withoutKeys(planned: PlannedRun): PlannedRun {
  return { ...planned, keys: [], taken: true }
}

function namesFor(status: RunEnd['status']): string[] {
  if (status === 'Completed') return [finished]
  return [status === 'Cancelled' ? 'inngest/function.cancelled' : 'inngest/function.failed', finished]
}

function dataFor(run: RunState, fn: EngineFunction | undefined, end: RunEnd): Record<string, unknown> {
  const events: unknown[] = run.events.map(event => JSON.parse(event))
  const parent = run.parent && { correlation_id: `${run.parent.runId}.${run.parent.stepId}` }
  const common = {
    ...parent,
    _inngest: { status: end.status },
    event: events[0],
    events,
    function_id: fn?.slug ?? run.functionId,
    run_id: run.id,
  }
  if (end.status === 'Cancelled') return common
  const result: unknown = JSON.parse(end.output)
  if (end.status === 'Completed') return { ...common, result }
  return { ...common, result, error: failureOf(result as ThrownError) }
}

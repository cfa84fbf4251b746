import type { ThrownError } from '../dispatch/reply.ts'
import { type PlannedRun, planRuns } from '../events/plan-runs.ts'
import { makeEvent } from '../events/read-events.ts'
import type { EventGroup } from '../events/store-events.ts'
import type { EngineFunction } from '../functions/engine-function.ts'
import type { Registry } from '../functions/registry.ts'
import { newId } from '../ids/make-id.ts'
import { isRecord } from '../json/read-json.ts'
import type { RunState } from '../runs/run-state.ts'
import { withoutMark } from './memo.ts'
import type { RunEnd } from './progress.ts'

/**
 * The engine's own events about a run's end: function.finished for one that ran to its end, function.failed or
 * function.cancelled where that is what happened. An event for which no function listens is not made, and none is made
 * about a run that such an event started: a function that listens to all ends would start itself for ever.
 */
export function announceEnd(
  run: RunState,
  fn: EngineFunction | undefined,
  end: RunEnd,
  registry: Registry,
): EventGroup | undefined {
  const names = namesFor(end.status).filter(name => registry.listensTo(name))
  if (names.length === 0 || wasStartedByAnEnd(run)) return undefined
  const group: EventGroup = { events: [], runs: [] }
  for (const name of names) {
    const event = makeEvent({
      id: newId(end.endedMs),
      name,
      externalId: run.id,
      data: dataFor(run, fn, end),
      user: {},
      ts: end.endedMs,
      now: end.endedMs,
    })
    group.events.push(event)
    group.runs.push(...planRuns(event, registry, end.endedMs).map(withoutKeys))
  }
  return group
}

function wasStartedByAnEnd(run: RunState): boolean {
  const event: unknown = JSON.parse(run.events[0] ?? 'null')
  return isRecord(event) && (event.name === 'inngest/function.failed' || event.name === 'inngest/function.finished')
}

/** All events about one run carry its id, so the id must not keep the second of them from starting anything. */
function withoutKeys(planned: PlannedRun): PlannedRun {
  return { ...planned, keys: [], taken: true }
}

function namesFor(status: RunEnd['status']): string[] {
  if (status === 'Cancelled') return ['inngest/function.cancelled']
  if (status === 'Failed') return ['inngest/function.failed', 'inngest/function.finished']
  return ['inngest/function.finished']
}

function dataFor(run: RunState, fn: EngineFunction | undefined, end: RunEnd): Record<string, unknown> {
  const events: unknown[] = run.events.map(event => JSON.parse(event))
  const common = {
    _inngest: { status: end.status },
    event: events[0],
    events,
    function_id: fn?.slug ?? run.functionId,
    run_id: run.id,
  }
  if (end.status === 'Cancelled') return common
  const result: unknown = JSON.parse(end.output)
  if (end.status === 'Completed') return { ...common, result }
  return { ...common, result, error: failureError(result as ThrownError) }
}

/** The error as functions on inngest/function.failed know it: `error` says that no retry is left. */
function failureError(thrown: ThrownError): Record<string, unknown> {
  return { ...withoutMark(thrown), error: 'NonRetriableError' }
}

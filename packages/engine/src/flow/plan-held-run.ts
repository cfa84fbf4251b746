import { type PlannedRun, planRun } from '../events/plan-runs.ts'
import type { Registry } from '../functions/registry.ts'
import type { DueGroup } from './read-due-held.ts'

/** The run of a held group; undefined where its function or its event is gone for good. */
export function planHeldRun(
  { id, functionId, eventIds, event }: DueGroup,
  registry: Registry,
  now: number,
): PlannedRun | undefined {
  const fn = registry.byId(functionId)
  return fn && event && { ...planRun(fn, event, [], now), eventIds, heldId: id }
}

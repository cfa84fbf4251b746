import type { Lane } from '../database/batch-lane.ts'
import type { Registry } from '../functions/registry.ts'
import type { EngineEvent } from './engine-event.ts'
import { type PlannedRun, planRuns } from './plan-runs.ts'
import type { EventGroup } from './store-events.ts'

export type EventIntake = {
  /** Resolves once the events and the runs they start are committed; the runs are on their way by then. */
  takeIn(events: EngineEvent[]): Promise<void>
}

type IntakeParts = {
  lane: Lane<EventGroup, PlannedRun[]>
  registry: Registry
  now(): number
  /** How many more items this engine takes at once; the others wait in the queue. */
  room(): number
  start(runs: PlannedRun[]): void
}

export function createEventIntake({ lane, registry, now, room, start }: IntakeParts): EventIntake {
  return {
    async takeIn(events) {
      const time = now()
      const runs = events.flatMap(event => planRuns(event, registry, time))
      const free = room()
      runs.forEach((planned, index) => {
        planned.taken = planned.item.dueMs <= time && index < free
      })
      start(await lane.submit({ events, runs }))
    },
  }
}

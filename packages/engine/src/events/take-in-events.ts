import type { Lane } from '../database/batch-lane.ts'
import type { Registry } from '../functions/registry.ts'
import type { WaitIndex } from '../waits/wait-index.ts'
import type { EngineEvent } from './engine-event.ts'
import { planGroup } from './plan-group.ts'
import type { EventGroup, EventOutcome } from './store-events.ts'

export type EventIntake = {
  /** Resolves once the events and the runs they start are committed; what they bring about is on its way by then. */
  takeIn(events: EngineEvent[]): Promise<void>
}

type IntakeParts = {
  lane: Lane<EventGroup, EventOutcome>
  registry: Registry
  waits: WaitIndex
  now(): number
  /** How many more items this engine takes at once; the others wait in the queue. */
  room(): number
  goOn(outcome: EventOutcome): void
}

export function createEventIntake({ lane, registry, waits, now, room, goOn }: IntakeParts): EventIntake {
  return {
    async takeIn(events) {
      const time = now()
      const group = planGroup(events, { registry, waits }, time)
      const free = room()
      group.runs.forEach((planned, index) => {
        planned.taken = planned.item.dueMs <= time && index < free
      })
      group.woken.forEach(({ item }, index) => {
        item.taken = group.runs.length + index < free
      })
      goOn(await lane.submit(group))
    },
  }
}

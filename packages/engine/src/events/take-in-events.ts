import type { Lane } from '../database/batch-lane.ts'
import type { Registry } from '../functions/registry.ts'
import type { WaitIndex } from '../waits/wait-index.ts'
import type { EngineEvent } from './engine-event.ts'
import { planGroup } from './plan-group.ts'
import type { EventGroup, EventOutcome } from './store-events.ts'

/** More events wait for Postgres than the engine keeps in memory. */
export class IntakeFull extends Error {
  override name = 'IntakeFull'
  constructor() {
    super('The engine has more events to store than it can hold')
  }
}

const mostWaitingBytes = 64 * 1_024 * 1_024

export type EventIntake = {
  /** Throws IntakeFull, and stores nothing, where too much waits. Resolves once the events and the runs they start are committed; what they bring about is on its way by then. */
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
  let waitingBytes = 0
  return {
    async takeIn(events) {
      const bytes = events.reduce((sum, event) => sum + event.payload.length, 0)
      if (waitingBytes > 0 && waitingBytes + bytes > mostWaitingBytes) throw new IntakeFull()
      const time = now()
      const group = planGroup(events, { registry, waits }, time)
      const free = room()
      group.runs.forEach((planned, index) => {
        planned.taken = planned.item.dueMs <= time && index < free
      })
      group.woken.forEach(({ item }, index) => {
        item.taken = group.runs.length + index < free
      })
      waitingBytes += bytes
      try {
        goOn(await lane.submit(group))
      } finally {
        waitingBytes -= bytes
      }
    },
  }
}

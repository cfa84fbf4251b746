import type { EventGroup } from '../events/store-events.ts'
import type { Progress } from '../progress/progress.ts'

/** The same progress with other event groups in the place of its own; there must be as many, in the same order. */
export function replaceEvents(batch: Progress[], groups: EventGroup[]): Progress[] {
  let place = 0
  return batch.map(progress => {
    if (progress.events.length === 0) return progress
    const events = groups.slice(place, place + progress.events.length)
    place += events.length
    return { ...progress, events }
  })
}

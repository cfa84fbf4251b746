import type { EngineFunction } from '../functions/engine-function.ts'
import { keyOf } from '../functions/expression.ts'
import type { QueueItem, RunState } from '../runs/run-state.ts'
import { createRankedLine, type RankedLine } from './ranked-line.ts'

/** One limit that a call counts against. */
export type Slot = { key: string; limit: number }

/** Holds back calls over a function's concurrency limits; by due time and priority the first goes on when a place is free. */
export type ConcurrencyGate = {
  /** Takes a place in every slot, or none: then the item waits here until it is handed back. */
  enter(slots: Slot[], item: QueueItem): boolean
  /** Gives the places back; answers with the items that may try again. */
  leave(slots: Slot[]): QueueItem[]
  /** To be called when an item has been dealt with: a place it was handed back for and did not take goes to the next. */
  settle(item: QueueItem): QueueItem[]
  /** How many items wait here. */
  waiting(): number
}

type Place = { used: number; waiting: RankedLine }

export function createConcurrencyGate(): ConcurrencyGate {
  const places = new Map<string, Place>()
  const handedBack = new Map<QueueItem, string>()
  let waiting = 0

  const handBackNext = (key: string): QueueItem[] => {
    const place = places.get(key)
    const next = place?.waiting.shift()
    if (next) {
      waiting -= 1
      handedBack.set(next, key)
    } else if (place?.used === 0) places.delete(key)
    return next ? [next] : []
  }

  return {
    enter(slots, item) {
      const full = slots.find(slot => (places.get(slot.key)?.used ?? 0) >= slot.limit)
      if (full) {
        if (handedBack.get(item) === full.key) handedBack.delete(item)
        places.get(full.key)?.waiting.add(item)
        waiting += 1
        return false
      }
      handedBack.delete(item)
      for (const { key } of slots) {
        const place = places.get(key) ?? { used: 0, waiting: createRankedLine() }
        place.used += 1
        places.set(key, place)
      }
      return true
    },
    leave: slots =>
      slots.flatMap(({ key }) => {
        const place = places.get(key)
        if (place) place.used -= 1
        return handBackNext(key)
      }),
    settle(item) {
      const key = handedBack.get(item)
      if (key === undefined) return []
      handedBack.delete(item)
      return handBackNext(key)
    },
    waiting: () => waiting,
  }
}

/** The slots a call of this run counts against: a limit's scope and key say with whom it shares its places. */
export function slotsOf(fn: EngineFunction, run: RunState): Slot[] {
  return fn.concurrency.map(({ limit, scope, key }, index) => {
    const value = key ? keyOf(key, { event: JSON.parse(run.events[0] ?? 'null') }) : ''
    const owner = scope === 'fn' ? `${fn.id} ${index}` : `${scope} ${key?.text ?? ''}`
    return { key: `${owner} ${value}`, limit }
  })
}

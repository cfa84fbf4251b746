import type { QueueItem } from '../runs/run-state.ts'

/** Items in the order in which they are to be worked on: by due time less priority, then as they came. */
export type RankedLine = {
  add(item: QueueItem): void
  /** Takes the first item out. */
  shift(): QueueItem | undefined
  size(): number
}

type Entry = { item: QueueItem; rank: number; arrival: number }

/** A binary heap: adding and taking cost the logarithm of the line's length. */
export function createRankedLine(): RankedLine {
  const heap: Entry[] = []
  let arrivals = 0

  const rise = (entry: Entry) => {
    let place = heap.length
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above]
      if (!parent || !isBefore(entry, parent)) break
      heap[place] = parent
      place = above
    }
    heap[place] = entry
  }

  const sink = (entry: Entry) => {
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      const [one, other] = [heap[left], heap[left + 1]]
      const child = other && one && isBefore(other, one) ? other : one
      if (!child || !isBefore(child, entry)) break
      heap[place] = child
      place = child === one ? left : left + 1
    }
    heap[place] = entry
  }

  return {
    add(item) {
      arrivals += 1
      rise({ item, rank: item.dueMs - item.priority * 1_000, arrival: arrivals })
    },
    shift() {
      const first = heap[0]
      const last = heap.pop()
      if (last && heap.length > 0) sink(last)
      return first?.item
    },
    size: () => heap.length,
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.rank < other.rank || (one.rank === other.rank && one.arrival < other.arrival)
}

import type { QueueItem } from '../runs/run-state.ts'

/** Items whose time has come, by function: a function with much to do cannot keep the others waiting. */
export type ReadyQueue = {
  offer(item: QueueItem): void
  /** The next item, taking functions in turn and leaving out those that must wait. */
  take(mustWait: (functionId: string) => boolean): QueueItem | undefined
  size(): number
}

type Line = { items: QueueItem[]; head: number }

export function createReadyQueue(): ReadyQueue {
  // A Map keeps its order: a function that was served goes to the end of it.
  const lines = new Map<string, Line>()
  let size = 0

  return {
    offer(item) {
      size += 1
      const line = lines.get(item.functionId)
      if (line) line.items.push(item)
      else lines.set(item.functionId, { items: [item], head: 0 })
    },
    take(mustWait) {
      for (const [functionId, line] of lines) {
        if (mustWait(functionId)) continue
        const item = line.items[line.head]
        line.head += 1
        lines.delete(functionId)
        if (line.head < line.items.length) lines.set(functionId, compact(line))
        if (item) size -= 1
        return item
      }
      return undefined
    },
    size: () => size,
  }
}

function compact(line: Line): Line {
  return line.head > 1_000 && line.head * 2 > line.items.length ? { items: line.items.slice(line.head), head: 0 } : line
}

import type { QueueItem } from '../runs/run-state.ts'
import { createRankedLine, type RankedLine } from './ranked-line.ts'

/**
 * Items whose time has come, by function: a function with much to do cannot keep the others waiting. Within a function
 * they go by due time and priority.
 */
export type ReadyQueue = {
  offer(item: QueueItem): void
  /** The next item, taking functions in turn and leaving out those that must wait. */
  take(mustWait: (functionId: string) => boolean): QueueItem | undefined
  size(): number
}

export function createReadyQueue(): ReadyQueue {
  // A Map keeps its order: a function that was served goes to the end of it.
  const lines = new Map<string, RankedLine>()
  let size = 0

  return {
    offer(item) {
      size += 1
      const line = lines.get(item.functionId) ?? createRankedLine()
      line.add(item)
      lines.set(item.functionId, line)
    },
    take(mustWait) {
      for (const [functionId, line] of lines) {
        if (mustWait(functionId)) continue
        const item = line.shift()
        lines.delete(functionId)
        if (line.size() > 0) lines.set(functionId, line)
        if (item) size -= 1
        return item
      }
      return undefined
    },
    size: () => size,
  }
}

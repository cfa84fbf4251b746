import type { QueueItem, RunState } from '../runs/run-state.ts'

/** A call that the app is working on. A checkpoint counts only while its call is the current one for its item. */
export type Dispatch = { run: RunState; slug: string; item: QueueItem; requestId: string }

export type Dispatches = {
  open(queueItemId: string, dispatch: Dispatch): void
  close(queueItemId: string, dispatch: Dispatch): void
  current(queueItemId: string): Dispatch | undefined
  size(): number
}

export function createDispatches(): Dispatches {
  const open = new Map<string, Dispatch>()
  return {
    open: (id, dispatch) => {
      open.set(id, dispatch)
    },
    close(id, dispatch) {
      if (open.get(id) === dispatch) open.delete(id)
    },
    current: id => open.get(id),
    size: () => open.size,
  }
}

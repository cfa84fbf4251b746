import type { QueueItem } from '../runs/run-state.ts'

type RowKey = { runId: string; stepId: string }

/** The items that this engine has leased and is to see through, whether they wait here or are being worked on. */
export type Leases = {
  hold(item: QueueItem): void
  /** Lets go of the item, unless another has taken its place since. */
  free(item: QueueItem): void
  has(key: RowKey): boolean
}

export function createLeases(): Leases {
  const held = new Map<string, QueueItem>()
  const nameOf = ({ runId, stepId }: RowKey) => `${runId} ${stepId}`
  return {
    hold: item => {
      held.set(nameOf(item), item)
    },
    free(item) {
      const name = nameOf(item)
      if (held.get(name) === item) held.delete(name)
    },
    has: key => held.has(nameOf(key)),
  }
}

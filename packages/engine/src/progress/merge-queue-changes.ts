import type { QueueEntry } from '../runs/run-state.ts'
import type { Progress } from './progress.ts'

type RowKey = { runId: string; stepId: string }
type Change = RowKey & { existed: boolean; entry: QueueEntry | undefined }

export type QueueChanges = { done: RowKey[]; moved: QueueEntry[]; added: QueueEntry[] }

/**
 * What a batch leaves of each queue row, one change a row: within one statement Postgres would not see that a row which
 * one entry removes is added again by the next. Rows of runs that end in the batch are left out, as they go with the run.
 */
export function mergeQueueChanges(batch: Progress[]): QueueChanges {
  const ended = new Set(batch.flatMap(({ ended: end }) => end?.runId ?? []))
  const changes = new Map<string, Change>()
  const note = ({ runId, stepId }: RowKey, entry: QueueEntry | undefined, existed: boolean) => {
    if (ended.has(runId)) return
    const key = `${runId} ${stepId}`
    changes.set(key, { runId, stepId, entry, existed: changes.get(key)?.existed ?? existed })
  }
  for (const progress of batch) {
    for (const row of progress.done) note(row, undefined, true)
    for (const entry of progress.moved) note(entry, entry, true)
    for (const entry of progress.added) note(entry, entry, false)
  }
  const all = [...changes.values()]
  return {
    done: all.filter(({ entry, existed }) => !entry && existed),
    moved: all.flatMap(({ entry, existed }) => (entry && existed ? entry : [])),
    added: all.flatMap(({ entry, existed }) => (entry && !existed ? entry : [])),
  }
}

import type { Lane } from '../database/batch-lane.ts'
import { isLostConnection } from '../database/connect.ts'
import { DeadEpoch } from '../database/dead-epoch.ts'
import type { EventOutcome } from '../events/store-events.ts'
import type { Registry } from '../functions/registry.ts'
import type { QueueItem, RunState } from '../runs/run-state.ts'
import { subscribeWait } from '../waits/subscribe.ts'
import type { WaitIndex } from '../waits/wait-index.ts'
import { announceEnd } from './announce-end.ts'
import { endRun } from './end-run.ts'
import { noProgress, type Progress } from './progress.ts'

export type ProgressWriter = {
  /** Writes what was decided; once it is committed, its items are worked on. */
  write(run: RunState, progress: Progress): Promise<void>
  /** Removes a queue item whose run is gone. */
  discard(item: QueueItem): Promise<void>
}

type WriterParts = {
  lane: Lane<Progress, EventOutcome>
  registry: Registry
  waits: WaitIndex
  now(): number
  take(items: QueueItem[]): void
  expect(dueMs: number): void
  goOn(outcome: EventOutcome): void
  /** What was decided could not be written in time: memory and Postgres differ, so the engine must start afresh. */
  onLost(reason: string): void
  onRefused(error: unknown, run: RunState): void
}

export function createProgressWriter(parts: WriterParts): ProgressWriter {
  const { lane, registry, waits } = parts

  const submit = async (run: RunState, progress: Progress) => {
    if (progress.ended) {
      const announced = announceEnd(run, registry.byId(run.functionId), progress.ended, { registry, waits })
      if (announced) progress.events.push(announced)
    }
    // An event that comes while this is being written finds the wait: Postgres decides which was first.
    for (const item of progress.added) subscribeWait(waits, run, item)
    const outcome = await lane.submit(progress)
    for (const { runId, stepId } of progress.done) waits.drop(runId, stepId)
    if (progress.ended) waits.dropRun(run.id)
    const items = [...progress.moved, ...progress.added]
    for (const item of items) if (!item.taken) parts.expect(item.dueMs)
    parts.goOn(outcome)
    parts.take(items.filter(item => item.taken))
  }

  return {
    async write(run, progress) {
      try {
        await submit(run, progress)
      } catch (error) {
        if (error instanceof DeadEpoch) throw error
        if (isLostConnection(error)) {
          parts.onLost(error.message)
          throw error
        }
        // Postgres refuses what was to be written, and would again: the run cannot go on as it is.
        parts.onRefused(error, run)
        const message = `The engine could not store the run's progress: ${error instanceof Error ? error.message : error}`
        await submit(run, endRun(run, { status: 'Failed', error: { name: 'EngineError', message } }, parts.now()))
      }
    },
    discard: async item => {
      await lane.submit({ ...noProgress(), done: [item] })
    },
  }
}

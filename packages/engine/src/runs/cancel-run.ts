import { endRun } from '../progress/end-run.ts'
import type { ProgressWriter } from '../progress/write-progress.ts'
import type { RunCache } from './run-cache.ts'

export type CancelRun = (id: string) => Promise<'cancelled' | 'ended' | 'unknown'>

/** Cancels a run: nothing of it is called any more, and a step that is running now has no effect on it. */
export function createCancelRun(cache: RunCache, writer: ProgressWriter, now: () => number): CancelRun {
  return async id => {
    const run = await cache.hold(id)
    if (!run) return 'unknown'
    try {
      if (run.status !== 'Running') return run.status === 'Cancelled' ? 'cancelled' : 'ended'
      await writer.write(run, endRun(run, { status: 'Cancelled' }, now()))
      return 'cancelled'
    } finally {
      cache.release(run)
    }
  }
}

import type pg from 'pg'
import type { Clock } from '../clock.ts'
import { compileExpression, holds } from '../functions/expression.ts'
import type { CancelRun } from '../runs/cancel-run.ts'
import { type CancellationRow, readOpenCancellation, readSlice, storeReached } from './store-cancellations.ts'

export type CancellationWork = {
  /** A cancellation has been stored. */
  wake(): void
  /** Starts nothing more and waits for the slice under way. */
  close(): Promise<void>
}

type WorkParts = { pool: pg.Pool; epoch: number; clock: Clock; cancelRun: CancelRun; onTrouble(error: unknown): void }

const troublePauseMs = 500

/**
 * Works off stored cancellations, the oldest first, slice by slice. How far each has come is stored after every slice,
 * so a restart goes on there; a slice that is done twice changes nothing.
 */
export function createCancellationWork({ pool, epoch, clock, cancelRun, onTrouble }: WorkParts): CancellationWork {
  let closed = false
  let working: Promise<void> | undefined
  let wokenMeanwhile = false
  let cancelTimer: (() => void) | undefined

  const wake = () => {
    if (closed) return
    if (working) {
      wokenMeanwhile = true
      return
    }
    wokenMeanwhile = false
    working = workOff()
      .catch(error => {
        onTrouble(error)
        wakeAt(clock.now() + troublePauseMs)
      })
      .finally(() => {
        working = undefined
        if (wokenMeanwhile) wake()
      })
  }

  const wakeAt = (time: number) => {
    cancelTimer?.()
    if (!closed) cancelTimer = clock.wakeAt(time, wake)
  }

  const workOff = async () => {
    while (!closed) {
      const open = await readOpenCancellation(pool)
      if (!open) return
      // A run may still start before that time, which is at most seconds away.
      if (Number(open.started_before_ms) > clock.now()) return wakeAt(Number(open.started_before_ms))
      await workOffSlice(open)
    }
  }

  const workOffSlice = async (open: CancellationRow) => {
    const slice = await readSlice(pool, open)
    const wanted = slice.runs.filter(chosenBy(open.condition))
    const outcomes = await Promise.all(wanted.map(run => cancelRun(run.id)))
    await storeReached(pool, epoch, {
      id: open.id,
      reached: slice.reached ?? open.reached,
      cancelled: outcomes.filter(outcome => outcome === 'cancelled').length,
      doneMs: slice.more ? undefined : clock.now(),
    })
  }

  return {
    wake,
    async close() {
      closed = true
      cancelTimer?.()
      await working
    },
  }
}

function chosenBy(condition: string | null): (run: { payload: string | null }) => boolean {
  if (condition === null) return () => true
  const expression = compileExpression(condition)
  return run => run.payload !== null && holds(expression, { event: JSON.parse(run.payload) })
}

import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { QueueItem } from '../runs/run-state.ts'
import { claimDueItems, readEarliestDue } from './claim-due.ts'

export type DueTimer = {
  /** Something falls due at this time. */
  expect(dueMs: number): void
  /** Room has come free for items that were left waiting. */
  roomCameFree(): void
  close(): Promise<void>
}

export type DueTimerOptions = {
  pool: pg.Pool
  epoch: number
  clock: Clock
  /** How many items may be taken now. */
  room(): number
  take(items: QueueItem[]): void
  onTrouble(error: unknown): void
}

const batchLimit = 500
/** The net under all of it: whatever was missed is found this much later. */
const pollMs = 5_000
const troublePauseMs = 500

/** Claims waiting items when they fall due: a timer stands at the earliest of them, so none is waited for by polling. */
export function startDueTimer(options: DueTimerOptions): DueTimer {
  const { pool, epoch, clock, onTrouble } = options
  let next = Number.POSITIVE_INFINITY
  let cancelTimer: (() => void) | undefined
  let claiming: Promise<void> | undefined
  let claimAgain = false
  let starved = false
  let closed = false

  const arm = (time: number) => {
    if (closed || time >= next) return
    cancelTimer?.()
    next = time
    cancelTimer = clock.wakeAt(time, fire)
  }

  const fire = () => {
    next = Number.POSITIVE_INFINITY
    if (closed) return
    if (claiming) claimAgain = true
    else
      claiming = claim().finally(() => {
        claiming = undefined
        if (!claimAgain) return
        claimAgain = false
        fire()
      })
  }

  const claim = async () => {
    try {
      const limit = Math.min(batchLimit, options.room())
      starved = limit <= 0
      if (starved) return
      const items = await claimDueItems(pool, epoch, clock.now(), limit)
      if (items.length > 0) options.take(items)
      if (items.length === limit) claimAgain = true
      else arm((await readEarliestDue(pool)) ?? Number.POSITIVE_INFINITY)
    } catch (error) {
      onTrouble(error)
      arm(clock.now() + troublePauseMs)
    }
  }

  const poll = setInterval(fire, pollMs)
  fire()

  return {
    expect: arm,
    roomCameFree: () => {
      if (starved) fire()
    },
    close: async () => {
      closed = true
      clearInterval(poll)
      cancelTimer?.()
      await claiming
    },
  }
}

import type pg from 'pg'
import type { Clock } from '../clock.ts'
import { readEarliestHeld } from './read-due-held.ts'

export type HeldTimer = {
  /** A held group falls due at this time. */
  expect(dueMs: number): void
  close(): Promise<void>
}

type HeldTimerParts = {
  pool: pg.Pool
  clock: Clock
  release(now: number, limit: number): Promise<number>
  onTrouble(error: unknown): void
}

const releaseLimit = 200
/** The net under the timer: whatever was missed is found this much later. */
const pollMs = 5_000
const troublePauseMs = 500

/** Starts the runs of held groups when they are due; those that fell due while no engine ran start at once. */
export function startHeldTimer({ pool, clock, release, onTrouble }: HeldTimerParts): HeldTimer {
  let next = Number.POSITIVE_INFINITY
  let cancelTimer: (() => void) | undefined
  let releasing: Promise<void> | undefined
  let again = false
  let closed = false

  const expect = (time: number) => {
    if (closed || time >= next) return
    cancelTimer?.()
    next = time
    cancelTimer = clock.wakeAt(time, fire)
  }

  const fire = () => {
    next = Number.POSITIVE_INFINITY
    if (closed) return
    if (releasing) again = true
    else
      releasing = releaseAll().finally(() => {
        releasing = undefined
        if (!again) return
        again = false
        fire()
      })
  }

  const releaseAll = async () => {
    try {
      let released = releaseLimit
      while (!closed && released === releaseLimit) released = await release(clock.now(), releaseLimit)
      expect((await readEarliestHeld(pool)) ?? Number.POSITIVE_INFINITY)
    } catch (error) {
      onTrouble(error)
      expect(clock.now() + troublePauseMs)
    }
  }

  const poll = setInterval(fire, pollMs)
  fire()

  return {
    expect,
    close: async () => {
      closed = true
      clearInterval(poll)
      cancelTimer?.()
      await releasing
    },
  }
}

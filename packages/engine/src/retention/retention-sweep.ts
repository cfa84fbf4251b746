import type pg from 'pg'
import type { Clock } from '../clock.ts'
import { ulidBefore } from '../rest/ulid-time.ts'
import { readHeldEvents, removeEventSlice } from './remove-events.ts'
import { removeRunSlice, type Slice, type SliceEnd } from './remove-runs.ts'
import { removeStartKeys } from './remove-start-keys.ts'

export type RetentionSweep = {
  /** Stops after the statement that is under way. */
  close(): Promise<void>
}

type SweepParts = {
  pool: pg.Pool
  epoch: number
  clock: Clock
  /** How old ended runs and events may become; 0 keeps them for ever. */
  retentionMs: number
  onTrouble(error: unknown): void
  onRemoved(removed: Removed): void
}

export type Removed = { runs: number; events: number; keys: number }

const sliceRows = 500
/** Between two statements, so that they take a small part of the database's time. */
const pauseMs = 200
/** Between two rounds; a short retention is kept more exactly than a long one. */
const longestRestMs = 600_000
const shortestRestMs = 1_000
const dayMs = 86_400_000
const afterEveryId = '~'

/**
 * Removes what is older than the retention time, round after round, in small statements with pauses: ended runs with all
 * that belongs to them, events that no run needs, start keys that have expired. A round begins at the oldest id, so
 * nothing has to be noted: after a restart it goes on with what is left.
 */
export function startRetentionSweep(parts: SweepParts): RetentionSweep {
  const { pool, epoch, clock, retentionMs, onTrouble, onRemoved } = parts
  const restMs = Math.max(shortestRestMs, Math.min(longestRestMs, retentionMs === 0 ? longestRestMs : retentionMs / 20))
  let closed = false
  let wake: () => void = () => undefined

  const rest = (ms: number) =>
    new Promise<void>(resolve => {
      if (closed) return resolve()
      const cancel = clock.wakeAt(clock.now() + ms, resolve)
      wake = () => {
        cancel()
        resolve()
      }
    })
  const pause = () => rest(pauseMs)

  const walk = async (from: string, before: string, remove: (slice: Slice) => Promise<SliceEnd>) => {
    const endedBefore = clock.now() - retentionMs
    let removed = 0
    let after: string | undefined = from
    while (after !== undefined && !closed) {
      const end: SliceEnd = await remove({ after, before, endedBefore, most: sliceRows, epoch })
      removed += end.removed
      after = end.reached
      if (after !== undefined) await pause()
    }
    return removed
  }

  const removeKeys = async () => {
    let removed = 0
    while (!closed) {
      const count = await removeStartKeys(pool, clock.now(), sliceRows, epoch)
      removed += count
      if (count < sliceRows) break
      await pause()
    }
    return removed
  }

  const round = async (): Promise<Removed> => {
    const keys = await removeKeys()
    if (retentionMs === 0) return { runs: 0, events: 0, keys }
    const oldBefore = clock.now() - retentionMs
    const before = ulidBefore(oldBefore)
    const runs = await walk('', before, slice => removeRunSlice(pool, slice, pause))
    const held = await readHeldEvents(pool, oldBefore)
    const removeSlice = (slice: Slice) => removeEventSlice(pool, slice, held)
    const events = await walk('', before, removeSlice)
    // Ids that claim to be of a later day than today: they would otherwise stay until it comes.
    const ahead = await walk(ulidBefore(clock.now() + dayMs), afterEveryId, removeSlice)
    return { runs, events: events + ahead, keys }
  }

  const work = async () => {
    while (!closed) {
      try {
        const removed = await round()
        if (removed.runs + removed.events + removed.keys > 0) onRemoved(removed)
      } catch (error) {
        if (!closed) onTrouble(error)
      }
      if (!closed) await rest(restMs)
    }
  }
  const working = work()

  return {
    async close() {
      closed = true
      wake()
      await working
    },
  }
}

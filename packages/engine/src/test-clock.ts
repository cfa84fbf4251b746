import type { Clock } from './clock.ts'

export type TestClock = Clock & {
  /** Moves the time on, and on the way calls back in order all who wait for a time up to the new one. */
  moveBy(ms: number): void
}

const dayMs = 86_400_000

/**
 * A clock that stands still until it is moved. It begins a day ahead of this machine's: the SDK stamps events with the
 * machine's time, which goes on, and an event of a time to come would be held until then.
 */
export function createTestClock(start: number = Date.now() + dayMs): TestClock {
  const waiting = new Set<{ time: number; callback: () => void }>()
  let now = start

  const earliest = (until: number) =>
    [...waiting].filter(entry => entry.time <= until).sort((one, other) => one.time - other.time)[0]

  return {
    now: () => now,
    wakeAt(time, callback) {
      const entry = { time, callback }
      waiting.add(entry)
      // A time that is here already is not waited for by moving the clock.
      if (time <= now) setImmediate(() => waiting.delete(entry) && callback())
      return () => waiting.delete(entry)
    },
    moveBy(ms) {
      const until = now + ms
      for (let entry = earliest(until); entry; entry = earliest(until)) {
        waiting.delete(entry)
        now = Math.max(now, entry.time)
        entry.callback()
      }
      now = until
    },
  }
}

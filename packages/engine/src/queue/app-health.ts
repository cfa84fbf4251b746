import type { Clock } from '../clock.ts'

/** Which apps can be called. One that cannot be reached gets single calls, ever rarer, until it answers again. */
export type AppHealth = {
  mustWait(url: string): boolean
  /** A call goes out now. */
  calling(url: string): void
  answered(url: string): void
  away(url: string): void
  /** How many apps could not be reached when they were called last. */
  awayCount(): number
  close(): void
}

type Trouble = { failures: number; until: number; probing: boolean; stopTimer(): void }

const firstPauseMs = 50
const longestPauseMs = 1_000

export function createAppHealth(clock: Clock, onMayCall: () => void): AppHealth {
  const troubles = new Map<string, Trouble>()
  const origins = new Map<string, string>()
  const originOf = (url: string) => {
    const origin = origins.get(url) ?? new URL(url).origin
    origins.set(url, origin)
    return origin
  }

  return {
    mustWait(url) {
      if (troubles.size === 0) return false
      const trouble = troubles.get(originOf(url))
      return trouble !== undefined && (trouble.probing || clock.now() < trouble.until)
    },
    calling(url) {
      const trouble = troubles.size === 0 ? undefined : troubles.get(originOf(url))
      if (trouble) trouble.probing = true
    },
    answered(url) {
      if (troubles.size > 0) troubles.delete(originOf(url))
    },
    away(url) {
      const origin = originOf(url)
      const known = troubles.get(origin)
      // Calls that were under way together fail together: that is one failure.
      if (known && !known.probing && clock.now() < known.until) return
      known?.stopTimer()
      const failures = (known?.failures ?? 0) + 1
      const until = clock.now() + Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10))
      troubles.set(origin, { failures, until, probing: false, stopTimer: clock.wakeAt(until, onMayCall) })
    },
    awayCount: () => troubles.size,
    close() {
      for (const trouble of troubles.values()) trouble.stopTimer()
      troubles.clear()
    },
  }
}

import type { Clock } from '../clock.ts'

/** Which apps can be called. One that cannot be reached gets single calls, ever rarer, until it can be reached again. */
export type AppHealth = {
  mustWait(url: string): boolean
  /** A call goes out now: to an app in trouble no other follows until this one has reached it, or for a second. */
  calling(url: string): void
  /** The app has taken a connection: others may follow, however long the call takes. */
  reached(url: string): void
  /** Says whether it had been away. */
  answered(url: string): boolean
  /** Says whether it was not known to be away. */
  away(url: string): boolean
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
  const troubleOf = (url: string) => (troubles.size === 0 ? undefined : troubles.get(originOf(url)))

  const wait = (trouble: Trouble, ms: number) => {
    trouble.stopTimer()
    trouble.until = clock.now() + ms
    trouble.stopTimer = clock.wakeAt(trouble.until, onMayCall)
  }

  return {
    mustWait(url) {
      const trouble = troubleOf(url)
      return trouble !== undefined && clock.now() < trouble.until
    },
    calling(url) {
      const trouble = troubleOf(url)
      if (!trouble) return
      trouble.probing = true
      wait(trouble, longestPauseMs)
    },
    reached(url) {
      const trouble = troubleOf(url)
      if (trouble?.probing) wait(trouble, 0)
    },
    answered(url) {
      const trouble = troubleOf(url)
      if (!trouble) return false
      trouble.stopTimer()
      troubles.delete(originOf(url))
      onMayCall()
      return true
    },
    away(url) {
      const known = troubleOf(url)
      const trouble = known ?? { failures: 0, until: 0, probing: false, stopTimer: () => undefined }
      // Calls that were under way together fail together: that is one failure.
      if (!trouble.probing && clock.now() < trouble.until) return false
      trouble.probing = false
      trouble.failures += 1
      troubles.set(originOf(url), trouble)
      wait(trouble, Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(trouble.failures - 1, 10)))
      return known === undefined
    },
    awayCount: () => troubles.size,
    close() {
      for (const trouble of troubles.values()) trouble.stopTimer()
      troubles.clear()
    },
  }
}

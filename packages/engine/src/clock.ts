/** The engine's only source of time, so that a test can move it. */
export type Clock = {
  now(): number
  /** Calls back once the clock has reached `time`; the returned function takes the call back. */
  wakeAt(time: number, callback: () => void): () => void
}

const longestTimerMs = 60_000

export const systemClock: Clock = {
  now: () => Date.now(),
  wakeAt(time, callback) {
    let timer: NodeJS.Timeout
    const arm = () => {
      const wait = time - Date.now()
      // Node's timers may fire up to a millisecond early and cannot wait for more than 24 days.
      timer = setTimeout(() => (Date.now() >= time ? callback() : arm()), Math.min(Math.max(wait, 0), longestTimerMs))
    }
    arm()
    return () => clearTimeout(timer)
  },
}

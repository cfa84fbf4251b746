const idleWithinMs = 10_000
const withoutIdleMs = 3_000

/** Does something that nobody waits for once the page is at rest; answers the way to leave it. */
export const whenIdle = (work: () => void): (() => void) => {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, withoutIdleMs)
    return () => clearTimeout(timer)
  }
  const idle = window.requestIdleCallback(work, { timeout: idleWithinMs })
  return () => window.cancelIdleCallback(idle)
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

// The waits of Inngest's own server, each with up to half a minute of jitter.
const waits = [15 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute, 40 * minute, hour]
const longestWait = 2 * hour
const jitterMs = 30 * second

/** How long to wait after the attempt of this number, counted from 0, has failed. */
export type Backoff = (attempt: number) => number

export function createBackoff(flatMs: number | undefined, random: () => number = Math.random): Backoff {
  if (flatMs !== undefined) return () => flatMs
  return attempt => (waits[attempt] ?? longestWait) + Math.floor(random() * jitterMs)
}

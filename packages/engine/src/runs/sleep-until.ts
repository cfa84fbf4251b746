import { readDuration } from './duration.ts'

/** The last time that a Date can be, in the year 275760. */
const latestTime = 8.64e15

/** When a sleep or a wait ends: the SDK names a duration or an ISO time. Undefined where it is neither. */
export function sleepUntil(name: string, now: number): number | undefined {
  const length = readDuration(name)
  const time = length === undefined ? readTime(name) : Math.ceil(now + length)
  return time <= latestTime ? time : undefined
}

function readTime(name: string): number {
  return /^\d{4}-\d{2}-\d{2}T/.test(name) ? Date.parse(name) : Number.NaN
}

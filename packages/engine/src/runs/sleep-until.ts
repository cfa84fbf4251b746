import { readDuration } from './duration.ts'

/** When a sleep or a wait ends: the SDK names a duration or an ISO time. Undefined where it is neither. */
export function sleepUntil(name: string, now: number): number | undefined {
  const length = readDuration(name)
  if (length !== undefined) return Math.ceil(now + length)
  const time = /^\d{4}-\d{2}-\d{2}T/.test(name) ? Date.parse(name) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

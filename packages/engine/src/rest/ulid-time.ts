import { encodeTime } from 'ulid'

const latestTime = 2 ** 48 - 1

/** A text before every ULID of this millisecond and after all earlier ones. */
export function ulidBefore(ms: number): string {
  return encodeTime(Math.min(Math.max(Math.trunc(ms), 0), latestTime), 10)
}

import type { Logger } from 'pino'
import { isLostConnection } from './connect.ts'

const quietMs = 10_000

/**
 * Says that the database is in trouble. While it cannot be reached every statement fails for the same reason, so that is
 * said once in a while only; anything else is said each time and whole.
 */
export function createTroubleLog(log: Logger, now: () => number = () => performance.now()): (error: unknown) => void {
  let saidAt = Number.NEGATIVE_INFINITY
  return error => {
    if (!isLostConnection(error)) return log.warn({ err: error }, 'The database is in trouble')
    const quiet = now() - saidAt < quietMs
    if (!quiet) saidAt = now()
    log[quiet ? 'debug' : 'warn']({ error: error.message || error.name }, 'The database cannot be reached')
  }
}

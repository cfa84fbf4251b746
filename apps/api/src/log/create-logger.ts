import { type DestinationStream, type Logger, pino } from 'pino'
import { hidePersonal, personalFields } from './hide-personal.ts'
import { scrub } from './scrub.ts'
import { serializeError } from './serialize-error.ts'

/** The process's log: JSON lines without personal data, keys or cookies, whoever writes into it. */
export const createLogger = (level: string, destination?: DestinationStream): Logger => {
  const options = {
    level,
    base: { process: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => serializeError(error), error: keepWords },
    formatters: { log: (line: object) => hidePersonal(line) },
    // What a child logger is bound to does not pass through the formatter.
    redact: { paths: personalFields.map(field => `["${field}"]`), censor: '[redacted]' },
    hooks: { streamWrite: scrub },
  }
  return destination ? pino(options, destination) : pino(options)
}

const keepWords = (error: unknown): unknown => (error instanceof Error ? serializeError(error) : error)

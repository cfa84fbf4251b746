import { type DestinationStream, type Logger, pino } from 'pino'
import { scrub } from './scrub.ts'
import { serializeError } from './serialize-error.ts'

const personal = [
  'email',
  'address',
  'address1',
  'address2',
  'recipient',
  'phone',
  'postcode',
  'name',
  'password',
  'token',
  'paymentMethod',
  'card',
  'cookie',
  'authorization',
  'set-cookie',
]
const paths = personal.flatMap(key =>
  ['', '*.', '*.*.', '*.*.*.'].map(depth => `${depth}["${key}"]`.replace('.[', '[')),
)

/** The process's log: JSON lines without personal data, keys or cookies, whoever writes into it. */
export const createLogger = (level: string, destination?: DestinationStream): Logger => {
  const options = {
    level,
    base: { process: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => serializeError(error) },
    redact: { paths, censor: '[redacted]' },
    hooks: { streamWrite: scrub },
  }
  return destination ? pino(options, destination) : pino(options)
}

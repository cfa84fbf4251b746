import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { ProcessSaid } from '@makegood/core/system/views'
import type { Db } from '@makegood/db/client'
import { noteProcess } from '@makegood/db/system/note-process'
import type { Logger } from 'pino'

const everyMs = 10_000

export type ProcessReports = {
  readonly start: () => void
  readonly tell: () => Promise<void>
  readonly stop: () => void
}

/** Writes down every ten seconds what this process says of itself; whoever has said nothing for a minute is gone. */
export const createProcessReports = (parts: {
  readonly db: Db
  readonly logger: Logger
  readonly say: () => ProcessSaid
}): ProcessReports => {
  const id = `${hostname().slice(0, 60)}-${process.pid}-${randomBytes(3).toString('hex')}`
  const startedAt = new Date()
  let timer: NodeJS.Timeout | undefined
  const tell = () => noteProcess(parts.db, { id, startedAt, said: parts.say() })
  const tellOrLog = () => {
    tell().catch((error: unknown) =>
      parts.logger.warn({ err: error }, 'what this process says could not be written down'),
    )
  }
  return {
    tell,
    start: () => {
      timer = setInterval(tellOrLog, everyMs)
      timer.unref()
      tellOrLog()
    },
    stop: () => clearInterval(timer),
  }
}

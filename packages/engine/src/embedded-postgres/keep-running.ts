import type { Logger } from 'pino'
import type { EmbeddedPostgres } from './start-embedded-postgres.ts'

const lookEveryMs = 1_000

export type Keeper = {
  /** Looks after the server no longer; one that is just being started is waited for. */
  stop(): Promise<void>
}

/** Starts the server again where it has ended without being told to, as after a kill: nobody else would. */
export function keepRunning(server: Pick<EmbeddedPostgres, 'isGone' | 'startAgain'>, log: Logger): Keeper {
  let starting: Promise<void> | undefined

  const startAgain = async () => {
    log.warn('The embedded Postgres has ended; it is started again')
    try {
      await server.startAgain()
    } catch (error) {
      log.error({ err: error }, 'The embedded Postgres could not be started again')
    }
    starting = undefined
  }

  const timer = setInterval(() => {
    if (!starting && server.isGone()) starting = startAgain()
  }, lookEveryMs)

  return {
    async stop() {
      clearInterval(timer)
      await starting
    },
  }
}

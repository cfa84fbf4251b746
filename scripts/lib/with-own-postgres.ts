import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureKeys } from './keys.ts'
import { onInterrupt } from './on-interrupt.ts'
import { findFreePorts } from './ports.ts'
import { findDataDir } from './postgres/find-data-dir.ts'
import { startPostgres } from './postgres/start-postgres.ts'

/** What a Postgres of one's own is for: its address with the database "postgres", and a signal that it is to end. */
export type PostgresUse = (serverUrl: string, signal: AbortSignal) => Promise<number>

/** Starts a Postgres with empty data for one piece of work, and ends and deletes it after. Answers the work's code. */
export const withOwnPostgres = async (options: { durable: boolean }, use: PostgresUse): Promise<number> => {
  const dir = await mkdtemp(join(tmpdir(), 'makegood-own-'))
  const interrupted = new AbortController()
  onInterrupt(
    () => interrupted.abort(),
    () => process.exit(130),
  )
  const { keys } = ensureKeys(dir)
  const { postgres: port } = await findFreePorts()
  const postgres = await startPostgres({
    dataDir: findDataDir(dir),
    port,
    password: keys.POSTGRES_PASSWORD,
    logFile: join(dir, 'postgres.log'),
    durable: options.durable,
  })
  try {
    return await use(`${postgres.serverUrl}/postgres`, interrupted.signal)
  } finally {
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

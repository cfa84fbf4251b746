import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readVariables } from '../env.ts'
import { bringUpStores, type Stores } from './bring-up-stores.ts'
import { ensureKeys } from './keys.ts'
import { onInterrupt } from './on-interrupt.ts'
import { findFreePorts } from './ports.ts'
import { generateClient } from './prepare-data.ts'
import { sayStage } from './stages.ts'
import { stopInOrder } from './stop-in-order.ts'

/** What the stores of one's own are for: their addresses, and a signal that it is to end. */
export type StoresUse = (stores: Pick<Stores, 'databaseUrl' | 'redisUrl'>, signal: AbortSignal) => Promise<number>

/** Starts a Postgres and a Redis with empty data for one piece of work, and ends and deletes them after. Answers the work's code. */
export const withOwnStores = async (options: { durable: boolean }, use: StoresUse): Promise<number> => {
  const dir = await mkdtemp(join(tmpdir(), 'makegood-own-'))
  const interrupted = new AbortController()
  onInterrupt(
    () => interrupted.abort(),
    () => process.exit(130),
  )
  const { signal } = interrupted
  const variables = readVariables()
  const logDir = join(dir, 'logs')
  try {
    await generateClient({ variables, logDir, stage: sayStage, signal })
    const stores = await bringUpStores({
      variables,
      ports: await findFreePorts(),
      dataDir: dir,
      logDir,
      postgresPassword: ensureKeys(dir).keys.POSTGRES_PASSWORD,
      durable: options.durable,
      postgresSettings: { max_connections: '400' },
      stage: sayStage,
      say: console.log,
      signal,
    })
    try {
      return await use(stores, signal)
    } finally {
      await stopInOrder(stores.stoppers, console.log)
    }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

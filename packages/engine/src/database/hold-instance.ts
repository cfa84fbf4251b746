import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import { migrate } from './migrate.ts'

const instanceLock = 7_202_611_212
const beatMs = 5_000
const takeOverMs = 20_000
const regainPauseMs = 100
const regainMs = 2_000
const endBackendMs = 5_000

export type Instance = {
  /** Marks everything this engine leases; an engine with an older epoch is dead. */
  epoch: number
  /** False while the lock is being taken back after a lost connection. */
  isHeld(): boolean
  release(): Promise<void>
}

type HoldOptions = {
  url: string
  clock: Clock
  /** Called when another engine has taken over: this process must end. */
  onLost(reason: string): void
  onTrouble(error: unknown): void
}

/**
 * Makes this process the only engine on the database: whoever holds the advisory lock knows that every other owner of
 * a lease is dead. Waits a little for a predecessor that is still ending, then refuses.
 */
export async function holdInstance(options: HoldOptions): Promise<Instance> {
  const { clock, onLost, onTrouble } = options
  let client = await connectFirst(options)
  const epoch = await takeOver(client, clock)
  let released = false
  let regaining: Promise<void> | undefined

  const displaced = 'another engine has taken over this database'
  const beat = async () => {
    if (released || regaining) return
    const kept = await client.query('update engine.instance set beat_ms = $1 where epoch = $2', [clock.now(), epoch])
    if (kept.rowCount === 0 && !released) onLost(displaced)
  }

  // Postgres gives the lock up with the connection, so it is taken again at once; what an engine that came between has
  // done shows in the epoch.
  const watch = () => {
    client.once('end', () => {
      if (released || regaining) return
      regaining = regain().finally(() => {
        regaining = undefined
      })
    })
  }

  const regain = async () => {
    while (!released) {
      try {
        client = await connect(options)
        await takeLock(client, performance.now() + regainMs)
        if ((await readEpoch(client)) !== epoch) return onLost(displaced)
        watch()
        return
      } catch (error) {
        onTrouble(error)
        if ((await readEpoch(client).catch(() => epoch)) !== epoch) onLost(displaced)
        await client.end()
        await wait(regainPauseMs)
      }
    }
  }

  watch()
  const heart = setInterval(() => void beat().catch(onTrouble), beatMs)

  return {
    epoch,
    isHeld: () => !released && regaining === undefined,
    release: async () => {
      released = true
      clearInterval(heart)
      await regaining
      await client.end()
    },
  }
}

async function connectFirst(options: HoldOptions): Promise<pg.Client> {
  try {
    return await connect(options)
  } catch (error) {
    const { host, pathname } = new URL(options.url)
    const reason = error instanceof Error ? error.message || error.name : String(error)
    throw new Error(`The engine cannot reach its database ${host}${pathname}: ${reason}`, { cause: error })
  }
}

/** Where it does not succeed the connection is given up, which would keep the process from ending. */
async function takeOver(client: pg.Client, clock: Clock): Promise<number> {
  try {
    await migrate(client)
    await takeLock(client, performance.now() + takeOverMs)
    return await raiseEpoch(client, clock.now())
  } catch (error) {
    await client.end()
    throw error
  }
}

async function connect({ url, onTrouble }: HoldOptions): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'engine lease',
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
    keepAlive: true,
  })
  client.on('error', onTrouble)
  await client.connect()
  return client
}

async function takeLock(client: pg.Client, giveUpAt: number): Promise<void> {
  for (;;) {
    const answer = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [instanceLock])
    if (answer.rows[0]?.held) return
    if (performance.now() > giveUpAt) throw new Error('Another engine is running on this database: stop it first')
    await wait(50)
  }
}

async function readEpoch(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ epoch: string }>('select epoch from engine.instance')
  return Number(rows[0]?.epoch)
}

async function raiseEpoch(client: pg.Client, now: number): Promise<number> {
  const raised = await client.query<{ epoch: string }>(
    'update engine.instance set epoch = epoch + 1, beat_ms = $1 returning epoch',
    [now],
  )
  // A statement of a dead engine that began before that may still be running and would not see the new epoch. Ended now,
  // it has either been committed, and the next statement sees what it leased, or leaves nothing behind.
  await client.query(
    `select pg_terminate_backend(pid, ${endBackendMs}) from pg_stat_activity
     where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
       and application_name like 'engine %'`,
  )
  // Every lease is of a dead engine now. Their calls may still be running in the app, so the generation rises.
  await client.query('update engine.queue set owner = null, generation = generation + 1 where owner is not null')
  return Number(raised.rows[0]?.epoch)
}

import type { Logger } from 'pino'
import { type Keeper, keepRunning } from '../embedded-postgres/keep-running.ts'
import { startEmbeddedPostgres } from '../embedded-postgres/start-embedded-postgres.ts'
import { checkOptions } from '../engine-options.ts'
import { type Engine, startEngine } from '../start-engine.ts'
import { readVersion } from '../version.ts'
import { banner, withoutPassword } from './banner.ts'
import { checkNode } from './check-node.ts'
import { helpText } from './help-text.ts'
import type { Settings } from './options.ts'
import type { Environment } from './read-environment.ts'
import { readFlags } from './read-flags.ts'
import { readSettings } from './read-settings.ts'
import { toEngineOptions } from './to-engine-options.ts'
import { createLog } from './write-log.ts'

const stopLimitMs = 5_000
const exitOfBadUse = 2

type Stores = {
  url: string
  shown: string
  ownedElsewhere: boolean
  /** Starts the database again when it ends. */
  watch(): void
  close(): Promise<void>
}

/** The whole command: answers at once with an exit code, or starts the engine and ends the process when it is told to. */
export async function runCommand(args: string[], environment: Environment): Promise<void> {
  const { help, version } = readFlags(args)
  if (help) process.stdout.write(helpText())
  else if (version) process.stdout.write(`${readVersion()}\n`)
  else await start(args, environment)
}

async function start(args: string[], environment: Environment): Promise<void> {
  const tooOld = checkNode(process.versions.node)
  const settings = tooOld === undefined ? readOrRefuse(args, environment) : refuse(tooOld)
  if (!settings) return
  const log = createLog(settings, process.stdout)
  try {
    await serve(settings, log)
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : String(error))
    log.debug({ err: error }, 'Where that came from')
    process.exitCode = 1
  }
}

function readOrRefuse(args: string[], environment: Environment): Settings | undefined {
  try {
    const settings = readSettings(args, environment)
    checkOptions(toEngineOptions(settings, ''))
    return settings
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return refuse(`${error.message}\nSee makegood-engine --help.`)
  }
}

function refuse(reason: string): undefined {
  process.stderr.write(`${reason}\n`)
  process.exitCode = exitOfBadUse
}

async function serve(settings: Settings, log: Logger): Promise<void> {
  const stores = await openStores(settings, log)
  let engine: Engine
  try {
    const options = toEngineOptions(settings, stores.url)
    engine = await startEngine({ ...options, log, onLost: () => process.exit(1) })
  } catch (error) {
    // A Postgres that was running before may be at work for the engine that is in the way.
    if (!stores.ownedElsewhere) await stores.close()
    throw error
  }
  stores.watch()
  say(engine, stores, settings, log)

  const stop = async (signal: string) => {
    log.info({ signal }, 'The engine stops')
    // What is not done by then is taken up at the next start.
    const limit = setTimeout(() => stores.close().finally(() => process.exit(0)), stopLimitMs)
    await engine.close()
    clearTimeout(limit)
    await stores.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** The database that was named, or one of the engine's own. */
async function openStores(settings: Settings, log: Logger): Promise<Stores> {
  const named = settings['postgres-uri']
  if (named) {
    const nothing = { watch: () => undefined, close: async () => undefined }
    return { url: named, shown: withoutPassword(named), ownedElsewhere: true, ...nothing }
  }
  const embedded = await startEmbeddedPostgres(settings['postgres-dir'])
  const shown = `${withoutPassword(embedded.url)} (embedded, its data in ${embedded.folder})`
  let keeper: Keeper | undefined
  return {
    url: embedded.url,
    shown,
    ownedElsewhere: embedded.takenOver,
    watch() {
      keeper = keepRunning(embedded, log)
    },
    async close() {
      await keeper?.stop()
      await embedded.stop()
    },
  }
}

function say(engine: Engine, stores: Stores, settings: Settings, log: Logger): void {
  const apps = engine.apps()
  const { url, mode } = engine
  if (!log.isLevelEnabled('info')) return
  if (settings.json || !process.stdout.isTTY) log.info({ url, mode, database: stores.shown, apps }, 'Ready')
  else process.stdout.write(banner({ version: readVersion(), url, mode, database: stores.shown, apps }))
}

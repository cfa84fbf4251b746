import type { Variables } from '../env.ts'
import { bringUpStores, type StoreOptions } from './bring-up-stores.ts'
import { buildWeb, isWebBuilt } from './build-web.ts'
import type { Keys } from './keys.ts'
import { type ProcessName, planProcess } from './plan-processes.ts'
import { type Ports, refuseBusyPorts } from './ports.ts'
import { generateClient, prepareData, prepareStory } from './prepare-data.ts'
import { buildEnvironment } from './process-env.ts'
import { keepRunning } from './processes/keep-running.ts'
import { type Stopper, stopInOrder } from './stop-in-order.ts'

export interface StackOptions extends Omit<StoreOptions, 'postgresPassword' | 'ports'> {
  /** Inherited by every process; a name that is set here wins over the one that follows from ports and keys. */
  variables: Variables
  ports: Ports
  /** The address that the processes listen on. */
  host: string
  keys: Keys
  /** False leaves the web app out (no build either): enough for measuring the api. */
  web: boolean
  /** Five weeks of orders with failures to repair, where nobody has bought yet; tests and the bench begin with an empty shop. */
  story?: boolean
  /** Starts a process again when its files change, and Next in its development mode. */
  watch: boolean
  /** Another Inngest server at INNGEST_BASE_URL takes the place of ours. */
  ownEngine: boolean
}

export interface Stack {
  urls: { web: string; api: string; sandbox: string; engine: string; database: string; redis: string }
  /** The complete environment that the processes were started with. */
  env: Variables
  /** Stops web, api, sandbox, engine, Redis, Postgres, each to its end before the next; false where one had to be killed. */
  stop: () => Promise<boolean>
  /** Ends everything at once, without waiting. */
  kill: () => void
}

/**
 * Brings up a whole shop: Postgres and Redis, the schema and the demo data, the web build, then engine, sandbox, api and
 * web, each waited for. `npm start`, the browser tests and the bench differ only in the options:
 *
 *   const stack = await bringUpStack({
 *     variables: readVariables(), keys: ensureKeys(dir).keys, ports: await findFreePorts(), host: '127.0.0.1',
 *     dataDir: dir, logDir: join(dir, 'logs'), durable: true, web: false, watch: false, ownEngine: true,
 *     postgresSettings: { shared_preload_libraries: 'pg_stat_statements' },
 *     stage: sayStage, say: console.log, signal,
 *   })
 *   try { … stack.urls.api, stack.env.INNGEST_EVENT_KEY … } finally { await stack.stop() }
 *
 * When any part fails, or `signal` is aborted, all that was started is stopped before the error is thrown.
 */
export const bringUpStack = async (options: StackOptions): Promise<Stack> => {
  const { variables, ports, host, keys, stage, say, signal, logDir, watch } = options
  const { onIdentity = () => undefined, onGivenUp = () => undefined } = options
  const stoppers: Stopper[] = []
  const names: ProcessName[] = [
    ...(options.ownEngine ? (['engine'] as const) : []),
    'sandbox',
    'api',
    ...(options.web ? (['web'] as const) : []),
  ]
  const stop = () => stopInOrder(stoppers, say)

  const startProcesses = async (env: Variables, group: ProcessName[]): Promise<void> => {
    const watcher = { logDir, say, onIdentity, onGivenUp, signal }
    const started = await Promise.allSettled(
      group.map(async name => await keepRunning(planProcess(name, env, ports, watch), watcher)),
    )
    for (const result of started) if (result.status === 'fulfilled') stoppers.push(result.value)
    const failures = started.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
    if (failures.length > 0) throw new AggregateError(failures)
  }

  await refuseBusyPorts({ ...Object.fromEntries(names.map(name => [name, ports[name]])), smtp: ports.smtp })
  try {
    const stores = await bringUpStores({ ...options, postgresPassword: keys.POSTGRES_PASSWORD })
    stoppers.push(...stores.stoppers)
    const preparation = { variables, logDir, stage, signal }
    await generateClient(preparation)
    await prepareData(stores.databaseUrl, preparation)
    if (options.web && !watch) {
      const isBuilt = isWebBuilt()
      const what = isBuilt ? 'built already, nothing changed' : 'builds the web app'
      await stage('build', what, () => (isBuilt ? undefined : buildWeb(variables, logDir, signal)))
    }
    const env = buildEnvironment(variables, keys, { ports, host, ...stores })
    const groups: ProcessName[][] = [
      names.filter(n => n === 'engine' || n === 'sandbox'),
      ['api'],
      options.web ? ['web'] : [],
    ]
    for (const group of groups.filter(members => members.length > 0)) {
      signal.throwIfAborted()
      await stage(group.join(', '), group.length > 1 ? 'start' : 'starts', () => startProcesses(env, group))
      if (options.story && group.includes('sandbox'))
        await prepareStory(
          { ...stores, sandboxUrl: env.GATEWAY_PUBLIC_URL ?? '', webUrl: env.WEB_URL ?? '' },
          preparation,
        )
    }
    const urls = {
      web: env.WEB_URL ?? '',
      api: env.API_URL ?? '',
      sandbox: env.GATEWAY_PUBLIC_URL ?? '',
      engine: env.INNGEST_BASE_URL ?? '',
      database: stores.databaseUrl,
      redis: stores.redisUrl,
    }
    const kill = () => {
      for (const stopper of stoppers.toReversed()) stopper.kill()
    }
    return { urls, env, stop, kill }
  } catch (error) {
    await stop()
    throw error
  }
}

import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { addCheckpointRoutes } from './checkpoint/checkpoint-routes.ts'
import { systemClock } from './clock.ts'
import { createCronTimer } from './cron/cron-timer.ts'
import { createLane } from './database/batch-lane.ts'
import { connectDatabase } from './database/connect.ts'
import { DeadEpoch } from './database/dead-epoch.ts'
import { holdInstance } from './database/hold-instance.ts'
import { createCaller } from './dispatch/call-app.ts'
import { createFunctionCaller } from './dispatch/call-function.ts'
import { createDispatches } from './dispatch/dispatch.ts'
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher.ts'
import { checkOptions, type EngineOptions } from './engine-options.ts'
import { addEventRoutes } from './events/event-routes.ts'
import type { PlannedRun } from './events/plan-runs.ts'
import { type EventGroup, storeEventGroups } from './events/store-events.ts'
import { createEventIntake } from './events/take-in-events.ts'
import { loadRegistry } from './functions/load-registry.ts'
import { addRegisterRoutes } from './functions/register-routes.ts'
import { createHttpServer } from './http-server.ts'
import type { Progress } from './progress/progress.ts'
import { storeProgressBatch } from './progress/store-progress.ts'
import { createProgressWriter } from './progress/write-progress.ts'
import { createAppHealth } from './queue/app-health.ts'
import { createBackoff } from './queue/backoff.ts'
import { type DueTimer, startDueTimer } from './queue/due-timer.ts'
import { createReadyQueue } from './queue/ready-queue.ts'
import { addRunRoutes } from './rest/run-routes.ts'
import { createCancelRun } from './runs/cancel-run.ts'
import { createRunLoader } from './runs/load-runs.ts'
import { createRunCache } from './runs/run-cache.ts'
import { createGuard } from './signing/guard.ts'

export type Engine = { url: string; close(): Promise<void> }

const mostReady = 2_000
const mostIdleRuns = 5_000
const tenMinutesMs = 600_000
const twoHoursMs = 7_200_000
const mostReplyBytes = 64 * 1_024 * 1_024

/** The engine, composed and listening. Only one may work on a database: the second waits, then refuses. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const kind = checkOptions(options)
  const { databaseUrl, host = '127.0.0.1', port = 8288, clock = systemClock } = options
  const log = options.log ?? pino({ level: 'silent' })
  const now = () => clock.now()
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'The database is in trouble')
  let lost = false
  const onLost = (reason: string) => {
    if (lost) return
    lost = true
    log.fatal({ reason }, 'The engine has lost its database')
    void close().finally(() => options.onLost?.(reason))
  }
  const fenced = <Result>(writing: Promise<Result>) =>
    writing.catch((error: unknown) => {
      if (error instanceof DeadEpoch) onLost(error.message)
      throw error
    })
  let close = async () => undefined

  const instance = await holdInstance({ url: databaseUrl, clock, onLost, onTrouble })
  const { epoch } = instance
  const database = connectDatabase(databaseUrl, onTrouble)

  const registry = await loadRegistry(database.reads)
  const ready = createReadyQueue()
  const room = () => mostReady - ready.size()
  const loader = createRunLoader(database.reads)
  const cache = createRunCache(id => loader.submit(id), mostIdleRuns)
  const dispatches = createDispatches()
  const caller = createCaller({ timeoutMs: options.appTimeoutMs ?? twoHoursMs, maxReplyBytes: mostReplyBytes })

  // The parts below know each other in a ring: work makes progress, progress makes work.
  let dispatcher: Dispatcher | undefined
  let dueTimer: DueTimer | undefined
  const start = (runs: PlannedRun[]) => {
    for (const { run, item, taken } of runs) {
      if (taken) cache.adopt(run)
      else dueTimer?.expect(item.dueMs)
    }
    dispatcher?.take(runs.filter(planned => planned.taken).map(planned => planned.item))
  }

  const eventLane = createLane<EventGroup, PlannedRun[]>({
    write: (groups, again) => fenced(storeEventGroups(database.events, groups, { epoch, now: now(), again })),
    maxBatch: 500,
    width: 1,
    giveUpMs: 15_000,
  })
  const progressLane = createLane<Progress, PlannedRun[]>({
    write: (batch, again) => fenced(storeProgressBatch(database.progress, batch, { epoch, now: now(), again })),
    maxBatch: 500,
    width: 1,
    giveUpMs: tenMinutesMs,
  })
  const writer = createProgressWriter({
    lane: progressLane,
    registry,
    now,
    take: items => dispatcher?.take(items),
    expect: dueMs => dueTimer?.expect(dueMs),
    start,
    onLost,
    onRefused: (error, run) => log.error({ err: error, run: run.id }, 'Postgres refused what a run had done'),
  })
  const health = createAppHealth(clock, () => dispatcher?.pump())
  dispatcher = createDispatcher({
    cache,
    callFunction: createFunctionCaller({
      call: caller.call,
      clock,
      dispatches,
      health,
      signingKey: options.signingKey,
      log,
    }),
    clock,
    health,
    ready,
    registry,
    writer,
    backoff: createBackoff(options.retryIntervalMs),
    concurrency: options.appConcurrency ?? 64,
    onRoom: () => {
      if (room() > mostReady / 2) dueTimer?.roomCameFree()
    },
    log,
  })
  const intake = createEventIntake({ lane: eventLane, registry, now, room, start })

  const cronTimer = createCronTimer({
    pool: database.reads,
    clock,
    registry,
    store: group => eventLane.submit(group),
    start,
    onTrouble,
  })

  const guard = createGuard({ eventKeys: options.eventKeys ?? [], signingKey: options.signingKey })
  const app = createHttpServer(kind, log)
  addEventRoutes(app, guard, intake, now)
  addCheckpointRoutes(app, { guard, dispatches, cache, writer, now })
  addRegisterRoutes(app, { guard, pool: database.reads, registry, now, onRegistered: () => cronTimer.refresh(), log })
  addRunRoutes(app, { guard, pool: database.reads, cancelRun: createCancelRun(cache, writer, now), now })

  close = async () => {
    close = async () => undefined
    cronTimer.close()
    await dueTimer?.close()
    await dispatcher?.stop(options.closePatienceMs ?? 3_500)
    health.close()
    caller.close()
    await app.close()
    await instance.release()
    await database.close()
  }
  try {
    const url = await listen(app, host, port)
    dueTimer = startDueTimer({
      pool: database.reads,
      epoch,
      clock,
      room,
      take: items => dispatcher?.take(items),
      onTrouble,
    })
    await cronTimer.refresh()
    log.info({ url, epoch, mode: kind }, 'The engine listens')
    return { url, close: () => close() }
  } catch (error) {
    await close()
    throw error
  }
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!taken) throw error
    throw new Error(`Port ${port} on ${host} is taken by another process: stop it, or choose another port`, {
      cause: error,
    })
  }
}

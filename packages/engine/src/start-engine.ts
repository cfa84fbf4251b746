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
import { type EventGroup, type EventOutcome, storeEventGroups } from './events/store-events.ts'
import { createEventIntake } from './events/take-in-events.ts'
import { createFlowControl } from './flow/flow-control.ts'
import { type HeldTimer, startHeldTimer } from './flow/held-timer.ts'
import { replaceEvents } from './flow/replace-events.ts'
import { startFlowSweep } from './flow/sweep-flow.ts'
import { addDevRoute } from './functions/dev-route.ts'
import { type EngineApp, listApps } from './functions/list-apps.ts'
import { loadRegistry } from './functions/load-registry.ts'
import { createRegisterApp } from './functions/register-app.ts'
import { addRegisterRoutes } from './functions/register-routes.ts'
import { addHealthRoute } from './health/health-route.ts'
import { createHttpServer } from './http-server.ts'
import { createEngineMetrics } from './metrics/engine-metrics.ts'
import { addMetricsRoute } from './metrics/metrics-route.ts'
import { readQueueDepth } from './metrics/queue-depth.ts'
import { createActivity } from './page/activity.ts'
import { addLiveRoutes } from './page/live-routes.ts'
import { addPageRoutes } from './page/page-routes.ts'
import { createOverviewReader } from './page/read-overview.ts'
import type { Progress } from './progress/progress.ts'
import { storeProgressBatch } from './progress/store-progress.ts'
import { createProgressWriter } from './progress/write-progress.ts'
import { type ForgottenSweep, startForgottenSweep } from './queue/adopt-forgotten.ts'
import { createAppHealth } from './queue/app-health.ts'
import { createBackoff } from './queue/backoff.ts'
import { type DueTimer, startDueTimer } from './queue/due-timer.ts'
import { createLeases } from './queue/leases.ts'
import { createReadyQueue } from './queue/ready-queue.ts'
import { createRerun } from './rest/rerun.ts'
import { addRestRoutes } from './rest/rest-routes.ts'
import { createCancellationWork } from './rest/work-off-cancellations.ts'
import { type RetentionSweep, startRetentionSweep } from './retention/retention-sweep.ts'
import { createCancelRun } from './runs/cancel-run.ts'
import { createRunLoader } from './runs/load-runs.ts'
import { createRunCache } from './runs/run-cache.ts'
import { createGuard } from './signing/guard.ts'
import { type AppSync, startAppSync } from './sync/sync-apps.ts'
import { readVersion } from './version.ts'
import { loadWaits } from './waits/load-waits.ts'
import { subscribeCancel } from './waits/subscribe.ts'
import { createWaitIndex } from './waits/wait-index.ts'

export type Engine = {
  /** Where it listens. */
  url: string
  /** In development nobody is asked for a key; otherwise (cloud) everybody is. */
  mode: 'dev' | 'cloud'
  /** The apps that have registered. */
  apps(): EngineApp[]
  /** Starts nothing more, waits a little for the calls under way, and gives the database up. */
  close(): Promise<void>
}

const mostReady = 2_000
const mostStatementBytes = 8 * 1_024 * 1_024
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

  const activity = createActivity(now)
  const registry = await loadRegistry(database.reads)
  const waits = createWaitIndex()
  await loadWaits(database.reads, registry, waits)
  const ready = createReadyQueue()
  const leases = createLeases()
  const metrics = createEngineMetrics({
    version: readVersion(),
    mode: kind,
    now,
    slugOf: id => registry.byId(id)?.slug,
    ready: ready.size,
    calls: () => dispatches.size(),
    heldBack: () => dispatcher?.heldBack() ?? 0,
    appsAway: () => health.awayCount(),
    openWaits: waits.size,
    readDepth: () => readQueueDepth(database.reads),
  })
  const room = () => mostReady - ready.size() - (dispatcher?.waking() ?? 0)
  const loader = createRunLoader(database.reads)
  const cache = createRunCache(id => loader.submit(id), mostIdleRuns)
  const dispatches = createDispatches()
  const caller = createCaller({ timeoutMs: options.appTimeoutMs ?? twoHoursMs, maxReplyBytes: mostReplyBytes })

  // The parts below know each other in a ring: work makes progress, progress makes work.
  let dispatcher: Dispatcher | undefined
  let dueTimer: DueTimer | undefined
  let forgottenSweep: ForgottenSweep | undefined
  const goOn = ({ started, woken }: EventOutcome) => {
    activity.started(started)
    metrics.started(started)
    for (const planned of started) {
      const { run, item, taken } = planned
      const fn = registry.byId(run.functionId)
      if (fn) subscribeCancel(waits, fn, { ...run, startedBy: run.events[0] ?? 'null' })
      if (taken) cache.adopt(run)
      for (const waiting of taken ? planned.timeouts : [item, ...planned.timeouts]) dueTimer?.expect(waiting.dueMs)
    }
    for (const item of woken) if (!item.taken) dueTimer?.expect(item.dueMs)
    const runItems = started.filter(planned => planned.taken).map(planned => planned.item)
    dispatcher?.take([...runItems, ...woken.filter(item => item.taken)])
  }

  let heldTimer: HeldTimer | undefined
  const flow = createFlowControl({
    pool: database.reads,
    registry,
    store: ({ groups, writes }, time) =>
      fenced(storeEventGroups(database.events, groups, { epoch, now: time, again: false, flow: writes })),
    goOn,
    expectHeld: dueMs => heldTimer?.expect(dueMs),
  })

  const flowSweep = startFlowSweep({ pool: database.reads, epoch, clock, onTrouble })

  const eventLane = createLane<EventGroup, EventOutcome>({
    write: metrics.watchWrites('events', async (groups, again) => {
      const time = now()
      const outcomes = await fenced(
        flow.decide(groups, time, ({ groups: decided, writes }) =>
          storeEventGroups(database.events, decided, { epoch, now: time, again, flow: writes }),
        ),
      )
      activity.tookIn(groups)
      metrics.tookIn(groups)
      return outcomes
    }),
    maxBatch: 500,
    weigh: group => group.events.reduce((sum, event) => sum + event.payload.length, 0),
    maxWeight: mostStatementBytes,
    width: 1,
    giveUpMs: 15_000,
  })
  const progressLane = createLane<Progress, EventOutcome>({
    write: metrics.watchWrites('progress', async (batch, again) => {
      const time = now()
      const events = batch.flatMap(progress => progress.events)
      const outcomes = await fenced(
        flow.decide(events, time, ({ groups, writes }) =>
          storeProgressBatch(database.progress, replaceEvents(batch, groups), {
            epoch,
            now: time,
            again,
            flow: writes,
          }),
        ),
      )
      activity.wrote(batch)
      metrics.tookIn(events)
      return outcomes
    }),
    maxBatch: 500,
    width: 1,
    giveUpMs: tenMinutesMs,
  })
  const writer = metrics.watchProgress(
    createProgressWriter({
      lane: progressLane,
      registry,
      waits,
      now,
      take: items => dispatcher?.take(items),
      expect: dueMs => dueTimer?.expect(dueMs),
      goOn,
      onLost,
      onRefused: (error, run) => log.error({ err: error, run: run.id }, 'Postgres refused what a run had done'),
    }),
  )
  const health = createAppHealth(clock, () => dispatcher?.pump())
  dispatcher = createDispatcher({
    cache,
    callFunction: metrics.watchCalls(
      createFunctionCaller({
        call: caller.call,
        clock,
        dispatches,
        health,
        signingKey: options.signingKey,
        log,
      }),
    ),
    clock,
    health,
    leases,
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
  const intake = createEventIntake({ lane: eventLane, registry, waits, now, room, goOn })

  const cronTimer = createCronTimer({
    pool: database.reads,
    clock,
    registry,
    store: group => eventLane.submit(group),
    goOn,
    onTrouble,
  })

  const guard = createGuard({ eventKeys: options.eventKeys ?? [], signingKey: options.signingKey })
  const app = createHttpServer(kind, log)
  addEventRoutes(app, guard, intake, now)
  addCheckpointRoutes(app, { guard, dispatches, cache, writer, now })
  const register = createRegisterApp({
    pool: database.reads,
    registry,
    epoch,
    now,
    onRegistered: () => cronTimer.refresh(),
    log,
  })
  const registerApp: typeof register = given => fenced(register(given))
  addRegisterRoutes(app, { guard, registerApp, log })
  if (kind === 'dev') addDevRoute(app, registry)
  addHealthRoute(app, { pool: database.reads, epoch, isHeld: instance.isHeld, log })
  addMetricsRoute(app, { guard, mode: kind, metrics, metricsKey: options.metricsKey })
  const cancelRun = createCancelRun(cache, writer, now)
  const cancellations = createCancellationWork({ pool: database.reads, epoch, clock, cancelRun, onTrouble })
  const startAgain = createRerun({
    pool: database.reads,
    registry,
    epoch,
    now,
    room,
    start: started => goOn({ started, woken: [] }),
  })
  const rerun: typeof startAgain = (runId, key) => fenced(startAgain(runId, key))
  addRestRoutes(app, {
    guard,
    pool: database.reads,
    epoch,
    cancelRun,
    rerun,
    onCancellation: cancellations.wake,
    now,
  })
  const readOverview = createOverviewReader({ pool: database.reads, activity, mode: kind, now })
  addLiveRoutes(app, { guard, activity, readOverview, onTrouble })
  if (options.ui ?? true) addPageRoutes(app)

  let retention: RetentionSweep | undefined
  let appSync: AppSync | undefined
  close = async () => {
    close = async () => undefined
    await appSync?.close()
    await retention?.close()
    cronTimer.close()
    await cancellations.close()
    flowSweep.close()
    await heldTimer?.close()
    await dueTimer?.close()
    await forgottenSweep?.close()
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
    forgottenSweep = startForgottenSweep({
      pool: database.reads,
      epoch,
      leases,
      isRepeating: () => eventLane.isRepeating() || progressLane.isRepeating(),
      take: items => dispatcher?.take(items),
      onAdopted: count => {
        log.warn({ count }, 'Work was found whose lease had not been answered, and is taken up')
        loadWaits(database.reads, registry, waits).catch(onTrouble)
      },
      onTrouble,
    })
    heldTimer = startHeldTimer({ pool: database.reads, clock, release: flow.release, onTrouble })
    await cronTimer.refresh()
    cancellations.wake()
    retention = startRetentionSweep({
      pool: database.reads,
      epoch,
      clock,
      retentionMs: options.retentionMs ?? 0,
      onTrouble,
      onRemoved: removed => log.debug(removed, 'Removed what was older than the retention time'),
    })
    log.info({ url, epoch, mode: kind }, 'The engine listens')
    appSync = startAppSync({
      urls: options.appUrls ?? [],
      pollMs: options.pollIntervalMs ?? 0,
      knownUrls: () => listApps(registry).map(known => known.url),
      mode: kind,
      signingKey: options.signingKey,
      registerApp,
      clock,
      log,
    })
    return { url, mode: kind, apps: () => listApps(registry), close: () => close() }
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

import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { addRoutes } from './add-routes.ts'
import type { Clock } from './clock.ts'
import { createCronTimer } from './cron/cron-timer.ts'
import type { Database } from './database/connect.ts'
import { DeadEpoch } from './database/dead-epoch.ts'
import type { Instance } from './database/hold-instance.ts'
import { createCaller } from './dispatch/call-app.ts'
import { createFunctionCaller } from './dispatch/call-function.ts'
import { createDispatches } from './dispatch/dispatch.ts'
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher.ts'
import { createMetadataNotice } from './dispatch/metadata-notice.ts'
import type { EngineOptions } from './engine-options.ts'
import { type EventOutcome, storeEventGroups } from './events/store-events.ts'
import { createEventIntake } from './events/take-in-events.ts'
import { createFlowControl } from './flow/flow-control.ts'
import { type HeldTimer, startHeldTimer } from './flow/held-timer.ts'
import { startFlowSweep } from './flow/sweep-flow.ts'
import { listApps } from './functions/list-apps.ts'
import { loadRegistry } from './functions/load-registry.ts'
import { createRegisterApp } from './functions/register-app.ts'
import type { Registry } from './functions/registry.ts'
import { createHttpServer } from './http-server.ts'
import { createEngineMetrics } from './metrics/engine-metrics.ts'
import { readQueueDepth } from './metrics/queue-depth.ts'
import { createActivity } from './page/activity.ts'
import { createProgressWriter } from './progress/write-progress.ts'
import { type ForgottenSweep, startForgottenSweep } from './queue/adopt-forgotten.ts'
import { createAppHealth } from './queue/app-health.ts'
import { createBackoff } from './queue/backoff.ts'
import { type DueTimer, startDueTimer } from './queue/due-timer.ts'
import { createLeases } from './queue/leases.ts'
import { createReadyQueue } from './queue/ready-queue.ts'
import { createCancellationWork } from './rest/work-off-cancellations.ts'
import { type RetentionSweep, startRetentionSweep } from './retention/retention-sweep.ts'
import { createCancelRun } from './runs/cancel-run.ts'
import { createRunLoader } from './runs/load-runs.ts'
import { createRunCache } from './runs/run-cache.ts'
import { type AppSync, startAppSync } from './sync/sync-apps.ts'
import { readVersion } from './version.ts'
import { loadWaits } from './waits/load-waits.ts'
import { subscribeCancel } from './waits/subscribe.ts'
import { createWaitIndex } from './waits/wait-index.ts'
import { createWriteLanes } from './write-lanes.ts'

export type EngineParts = {
  options: EngineOptions
  mode: 'dev' | 'cloud'
  clock: Clock
  log: Logger
  instance: Instance
  database: Database
  onLost(reason: string): void
  onTrouble(error: unknown): void
}

/** The engine's parts, joined and at rest. */
export type EngineWork = {
  http: FastifyInstance
  registry: Registry
  /** Takes up what is due. */
  begin(): Promise<void>
  /** Starts nothing more, waits a little for the calls under way, and listens no longer. */
  stop(): Promise<void>
}

const mostReady = 2_000
const mostIdleRuns = 5_000
const twoHoursMs = 7_200_000
const mostReplyBytes = 64 * 1_024 * 1_024

/** Joins the parts, each with what it needs of the others. */
export async function composeEngine(parts: EngineParts): Promise<EngineWork> {
  const { options, mode, clock, log, instance, database, onLost, onTrouble } = parts
  const { epoch } = instance
  const now = () => clock.now()
  const fenced = <Result>(writing: Promise<Result>) =>
    writing.catch((error: unknown) => {
      if (error instanceof DeadEpoch) onLost(error.message)
      throw error
    })

  const activity = createActivity(now)
  const registry = await loadRegistry(database.reads)
  const waits = createWaitIndex()
  await loadWaits(database.reads, registry, waits)
  const ready = createReadyQueue()
  const leases = createLeases()
  const metrics = createEngineMetrics({
    version: readVersion(),
    mode,
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

  const { eventLane, progressLane } = createWriteLanes({ database, epoch, now, flow, metrics, activity, fenced })
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
  const noticeMetadata = createMetadataNotice(log)
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
        noticeMetadata,
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

  const cancelRun = createCancelRun(cache, writer, now)
  const cancellations = createCancellationWork({ pool: database.reads, epoch, clock, cancelRun, onTrouble })
  const register = createRegisterApp({
    pool: database.reads,
    registry,
    epoch,
    now,
    onRegistered: () => cronTimer.refresh(),
    log,
  })
  const registerApp: typeof register = given => fenced(register(given))
  const http = createHttpServer(mode, log)
  addRoutes(http, {
    ...{ options, mode, log, now, onTrouble, fenced, instance, pool: database.reads },
    ...{
      registry,
      registerApp,
      intake,
      dispatches,
      cache,
      writer,
      noticeMetadata,
      metrics,
      activity,
      cancelRun,
      cancellations,
    },
    room,
    start: started => goOn({ started, woken: [] }),
  })

  let retention: RetentionSweep | undefined
  let appSync: AppSync | undefined

  const begin = async () => {
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
    appSync = startAppSync({
      urls: options.appUrls ?? [],
      pollMs: options.pollIntervalMs ?? 0,
      knownUrls: () => listApps(registry).map(known => known.url),
      mode,
      signingKey: options.signingKey,
      registerApp,
      clock,
      log,
    })
  }

  const stop = async () => {
    await appSync?.close()
    await retention?.close()
    cronTimer.close()
    await cancellations.close()
    await flowSweep.close()
    await heldTimer?.close()
    await dueTimer?.close()
    await forgottenSweep?.close()
    await dispatcher?.stop(options.closePatienceMs ?? 3_500)
    health.close()
    caller.close()
    await http.close()
  }

  return { http, registry, begin, stop }
}

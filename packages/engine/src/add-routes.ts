import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Logger } from 'pino'
import { addCheckpointRoutes } from './checkpoint/checkpoint-routes.ts'
import type { Instance } from './database/hold-instance.ts'
import type { Dispatches } from './dispatch/dispatch.ts'
import type { MetadataNotice } from './dispatch/metadata-notice.ts'
import type { EngineOptions } from './engine-options.ts'
import { addEventRoutes } from './events/event-routes.ts'
import type { PlannedRun } from './events/plan-runs.ts'
import type { EventIntake } from './events/take-in-events.ts'
import { addDevRoute } from './functions/dev-route.ts'
import type { RegisterApp } from './functions/register-app.ts'
import { addRegisterRoutes } from './functions/register-routes.ts'
import type { Registry } from './functions/registry.ts'
import { addHealthRoute } from './health/health-route.ts'
import type { EngineMetrics } from './metrics/engine-metrics.ts'
import { addMetricsRoute } from './metrics/metrics-route.ts'
import type { Activity } from './page/activity.ts'
import { addLiveRoutes } from './page/live-routes.ts'
import { addPageRoutes } from './page/page-routes.ts'
import { createOverviewReader } from './page/read-overview.ts'
import type { ProgressWriter } from './progress/write-progress.ts'
import { createRerun, type Rerun } from './rest/rerun.ts'
import { addRestRoutes } from './rest/rest-routes.ts'
import type { CancellationWork } from './rest/work-off-cancellations.ts'
import type { CancelRun } from './runs/cancel-run.ts'
import type { RunCache } from './runs/run-cache.ts'
import { createGuard } from './signing/guard.ts'

export type RouteParts = {
  options: EngineOptions
  mode: 'dev' | 'cloud'
  log: Logger
  instance: Instance
  pool: pg.Pool
  registry: Registry
  registerApp: RegisterApp
  intake: EventIntake
  dispatches: Dispatches
  cache: RunCache
  writer: ProgressWriter
  noticeMetadata: MetadataNotice
  metrics: EngineMetrics
  activity: Activity
  cancelRun: CancelRun
  cancellations: CancellationWork
  now(): number
  /** How many more items the engine takes at once. */
  room(): number
  start(runs: PlannedRun[]): void
  /** Ends the engine where the write finds that another has taken its place. */
  fenced<Result>(writing: Promise<Result>): Promise<Result>
  onTrouble(error: unknown): void
}

/** Everything that is answered over HTTP. */
export function addRoutes(http: FastifyInstance, parts: RouteParts): void {
  const { options, mode, log, instance, pool, registry, metrics, activity, now, onTrouble } = parts
  const { cache, writer, noticeMetadata, cancelRun } = parts
  const { epoch, isHeld } = instance
  const guard = createGuard({ eventKeys: options.eventKeys ?? [], signingKey: options.signingKey })

  addEventRoutes(http, guard, parts.intake, now)
  addCheckpointRoutes(http, { guard, dispatches: parts.dispatches, cache, writer, noticeMetadata, now })
  addRegisterRoutes(http, { guard, registerApp: parts.registerApp, log })
  if (mode === 'dev') addDevRoute(http, registry)
  addHealthRoute(http, { pool, epoch, isHeld, log })
  addMetricsRoute(http, { guard, mode, metrics, metricsKey: options.metricsKey })
  const startAgain = createRerun({ pool, registry, epoch, now, room: parts.room, start: parts.start })
  const rerun: Rerun = (runId, key) => parts.fenced(startAgain(runId, key))
  addRestRoutes(http, { guard, pool, epoch, cancelRun, rerun, onCancellation: parts.cancellations.wake, now })
  const readOverview = createOverviewReader({ pool, activity, mode, now })
  addLiveRoutes(http, { guard, activity, readOverview, onTrouble })
  if (options.ui ?? true) addPageRoutes(http)
}

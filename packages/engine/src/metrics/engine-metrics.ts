import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry as Instruments } from 'prom-client'
import type { FunctionCaller } from '../dispatch/call-function.ts'
import type { PlannedRun } from '../events/plan-runs.ts'
import type { EventGroup } from '../events/store-events.ts'
import type { ProgressWriter } from '../progress/write-progress.ts'
import { callStep } from '../runs/run-state.ts'
import { createFunctionLabel } from './function-label.ts'
import { mostCounted, mostDueCounted, type QueueDepth } from './queue-depth.ts'

/** What the engine tells of itself while it works. Each call is a few additions in memory. */
export type EngineMetrics = {
  tookIn(groups: EventGroup[]): void
  started(runs: PlannedRun[]): void
  checkpointed(status: number): void
  /** Counts what is written about runs through it. */
  watchProgress(writer: ProgressWriter): ProgressWriter
  /** Counts and times the calls that go through it. */
  watchCalls(call: FunctionCaller): FunctionCaller
  /** Counts and times the batches that go through it. */
  watchWrites<Item, Result>(lane: string, write: WriteBatch<Item, Result>): WriteBatch<Item, Result>
  contentType: string
  /** Everything, as Prometheus reads it. */
  text(): Promise<string>
}

type WriteBatch<Item, Result> = (items: Item[], again: boolean) => Promise<Result[]>

export type MetricsParts = {
  version: string
  mode: 'dev' | 'cloud'
  now(): number
  /** The function's id in its app, for labels. */
  slugOf(functionId: string): string | undefined
  ready(): number
  calls(): number
  heldBack(): number
  appsAway(): number
  openWaits(): number
  readDepth(): Promise<QueueDepth>
}

const prefix = 'makegood_engine_'
const callBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]
const delayBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300]
const writeBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]
const sizeBuckets = [1, 2, 5, 10, 25, 50, 100, 250, 500]

export function createEngineMetrics(parts: MetricsParts): EngineMetrics {
  const registers = [new Instruments()]
  const [instruments] = registers as [Instruments]
  const functionLabel = createFunctionLabel(parts.slugOf)
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `${prefix}${name}`, help, labelNames, registers })
  const histogram = <Label extends string>(name: string, help: string, buckets: number[], labelNames: Label[] = []) =>
    new Histogram({ name: `${prefix}${name}`, help, buckets, labelNames, registers })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `${prefix}${name}`,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })

  const events = counter('events_received_total', 'Events stored, the engine’s own among them.')
  const runsStarted = counter('runs_started_total', 'Runs started.', ['function'])
  const runsEnded = counter('runs_ended_total', 'Runs ended, by how.', ['function', 'status'])
  const steps = counter('steps_finished_total', 'Steps whose outcome was stored, failed ones among them.')
  const failures = counter('failed_attempts_total', 'Attempts of steps and functions that failed.')
  const checkpoints = counter('checkpoints_total', 'Checkpoint requests of apps, by the status answered.', ['status'])
  const calls = counter('app_calls_total', 'Calls to apps, by what came of them.', ['outcome'])
  const callSeconds = histogram('app_call_duration_seconds', 'How long calls to apps took.', callBuckets)
  const startDelay = histogram(
    'start_delay_seconds',
    'From the moment a run was due (for most: its event was taken in) to the first call of its app.',
    delayBuckets,
  )
  const writeSeconds = histogram('write_duration_seconds', 'How long the coalesced statements took.', writeBuckets, [
    'lane',
  ])
  const writeSize = histogram('write_batch_size', 'How many entries one coalesced statement wrote.', sizeBuckets, [
    'lane',
  ])

  gauge('queue_ready', 'Queue items in memory whose time has come and that wait for their turn.', parts.ready)
  gauge('app_calls_in_flight', 'Calls to apps that are under way.', parts.calls)
  gauge('queue_held_back', 'Queue items held back by their functions’ concurrency limits.', parts.heldBack)
  gauge('apps_away', 'Apps that could not be reached when they were called last.', parts.appsAway)
  gauge('open_waits', 'Waits for an event, and runs that an event would cancel.', parts.openWaits)
  const bounded = `Asked of Postgres at each scrape, by index; counted up to ${mostCounted}, which means that many or more.`
  const waiting = new Gauge({
    name: `${prefix}queue_waiting`,
    help: `Queue rows that wait for their time or for room: sleeps, waits and retries among them. ${bounded}`,
    registers,
  })
  const due = new Gauge({
    name: `${prefix}queue_due`,
    help: `Queue rows whose time has come and that the engine has not taken into memory yet. Asked of Postgres at each scrape, by index; counted up to ${mostDueCounted}.`,
    registers,
  })
  const leased = new Gauge({
    name: `${prefix}queue_leased`,
    help: `Queue rows that the engine has taken into memory. ${bounded}`,
    registers,
  })
  const lag = new Gauge({
    name: `${prefix}queue_oldest_due_lag_seconds`,
    help: 'How long the oldest waiting queue row has been due; 0 where none is. Asked of Postgres at each scrape, by index.',
    registers,
  })
  new Gauge({
    name: `${prefix}build_info`,
    help: 'Always 1; says in its labels what runs.',
    labelNames: ['version', 'node', 'mode'],
    registers,
  }).set({ version: parts.version, node: process.versions.node, mode: parts.mode }, 1)

  let readingDepth: Promise<void> | undefined
  const refreshDepth = async () => {
    const depth = await parts.readDepth()
    waiting.set(depth.waiting)
    due.set(depth.due)
    leased.set(depth.leased)
    lag.set(depth.oldestDueMs === undefined ? 0 : Math.max(0, parts.now() - depth.oldestDueMs) / 1_000)
  }
  let measuresProcess = false

  return {
    tookIn(groups) {
      for (const group of groups) events.inc(group.events.length)
    },
    started(runs) {
      for (const { run } of runs) runsStarted.inc({ function: functionLabel(run.functionId) })
    },
    watchProgress: writer => ({
      ...writer,
      async write(run, progress) {
        await writer.write(run, progress)
        if (progress.steps.length > 0) steps.inc(progress.steps.length)
        if (progress.failures.length > 0) failures.inc(progress.failures.length)
        const { ended } = progress
        if (ended) runsEnded.inc({ function: functionLabel(run.functionId), status: ended.status })
      },
    }),
    checkpointed(status) {
      checkpoints.inc({ status: String(status) })
    },
    watchCalls: call => async (run, fn, item) => {
      if (item.stepId === callStep && item.attempt === 0 && item.generation === 1 && run.steps.size === 0) {
        startDelay.observe(Math.max(0, parts.now() - item.dueMs) / 1_000)
      }
      const began = performance.now()
      const reply = await call(run, fn, item)
      calls.inc({ outcome: reply.type })
      callSeconds.observe((performance.now() - began) / 1_000)
      return reply
    },
    watchWrites: (lane, write) => async (items, again) => {
      const began = performance.now()
      const results = await write(items, again)
      writeSeconds.observe({ lane }, (performance.now() - began) / 1_000)
      writeSize.observe({ lane }, items.length)
      return results
    },
    contentType: instruments.contentType,
    async text() {
      // Measuring the process costs a little all the time, so it begins when somebody asks for the first time.
      if (!measuresProcess) collectDefaultMetrics({ register: instruments })
      measuresProcess = true
      readingDepth ??= refreshDepth().finally(() => {
        readingDepth = undefined
      })
      await readingDepth
      return instruments.metrics()
    },
  }
}

import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { EngineFunction } from '../functions/engine-function.ts'
import type { Registry } from '../functions/registry.ts'
import { decideReply } from '../progress/decide-reply.ts'
import { decideWake } from '../progress/decide-wake.ts'
import { endRun } from '../progress/end-run.ts'
import type { ProgressWriter } from '../progress/write-progress.ts'
import type { AppHealth } from '../queue/app-health.ts'
import type { Backoff } from '../queue/backoff.ts'
import { createConcurrencyGate, slotsOf } from '../queue/concurrency-gate.ts'
import type { ReadyQueue } from '../queue/ready-queue.ts'
import type { RunCache } from '../runs/run-cache.ts'
import type { QueueItem, RunState } from '../runs/run-state.ts'
import type { FunctionCaller } from './call-function.ts'

export type Dispatcher = {
  /** Works on items that this engine has leased. */
  take(items: QueueItem[]): void
  /** Works on what may be worked on now, up to the limit on calls at once. */
  pump(): void
  /** How many items their functions' concurrency limits hold back. */
  heldBack(): number
  /** Starts nothing more, and waits for what is under way, but no longer than this. */
  stop(patienceMs: number): Promise<void>
}

type DispatcherParts = {
  cache: RunCache
  callFunction: FunctionCaller
  clock: Clock
  health: AppHealth
  ready: ReadyQueue
  registry: Registry
  writer: ProgressWriter
  backoff: Backoff
  /** Most calls to apps at once. */
  concurrency: number
  onRoom(): void
  log: Logger
}

const troublePauseMs = 500

// A repeated write may hand out an item again that has been dealt with meanwhile.
const isDone = (run: RunState, { stepId }: QueueItem) => run.steps.has(stepId) && !run.pending.has(stepId)

const callsApp = (item: QueueItem) => item.kind === 'call' || item.kind === 'step'

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { cache, callFunction, clock, health, ready, registry, writer, backoff, log } = parts
  const gate = createConcurrencyGate()
  let underWay = 0
  let stopped = false
  let onIdle: (() => void) | undefined

  const mustWait = (functionId: string) => {
    const fn = registry.byId(functionId)
    return fn !== undefined && health.mustWait(fn.url)
  }

  const pump = () => {
    while (!stopped && underWay < parts.concurrency) {
      const item = ready.take(mustWait)
      if (!item) break
      // Said before the next item is chosen, so that an app in trouble gets this one alone.
      const fn = registry.byId(item.functionId)
      if (fn) health.calling(fn.url)
      void track(work(item), item)
    }
    parts.onRoom()
  }

  const track = async (working: Promise<void>, item: QueueItem) => {
    underWay += 1
    try {
      await working
    } catch (error) {
      log.error({ err: error, run: item.runId, step: item.stepId }, 'A queue item could not be worked on')
      clock.wakeAt(clock.now() + troublePauseMs, () => take([item]))
    } finally {
      underWay -= 1
      if (underWay === 0) onIdle?.()
      pump()
    }
  }

  const work = async (item: QueueItem) => {
    const run = await cache.hold(item.runId)
    if (!run) return writer.discard(item)
    try {
      if (run.status !== 'Running' || isDone(run, item)) await writer.discard(item)
      else if (callsApp(item)) await call(run, item)
      else await writer.write(run, decideWake(run, item, clock.now()))
    } finally {
      cache.release(run)
      for (const next of gate.settle(item)) ready.offer(next)
    }
  }

  const call = async (run: RunState, item: QueueItem) => {
    const fn = registry.byId(run.functionId)
    if (!fn) {
      const error = { name: 'UnknownFunction', message: `Function ${run.functionId} is not registered` }
      return writer.write(run, endRun(run, { status: 'Failed', error }, clock.now()))
    }
    if (fn.concurrency.length === 0) return callNow(run, fn, item)
    const slots = slotsOf(fn, run)
    if (!gate.enter(slots, item)) return
    try {
      await callNow(run, fn, item)
    } finally {
      for (const next of gate.leave(slots)) ready.offer(next)
    }
  }

  const callNow = async (run: RunState, fn: EngineFunction, item: QueueItem) => {
    run.called = true
    const reply = await callFunction(run, fn, item)
    // A run that was cancelled or ended meanwhile goes no further.
    if (run.status !== 'Running') return
    if (reply.type === 'away') {
      ready.offer({ ...item, generation: item.generation + 1 })
      return
    }
    const context = { now: clock.now(), maxAttempts: fn.maxAttempts, backoff, registry }
    await writer.write(run, decideReply(run, item, reply, context))
  }

  const take = (items: QueueItem[]) => {
    for (const item of items) {
      if (callsApp(item)) ready.offer(item)
      else void track(work(item), item)
    }
    pump()
  }

  return {
    take,
    pump,
    heldBack: gate.waiting,
    async stop(patienceMs) {
      stopped = true
      if (underWay === 0) return
      await new Promise<void>(resolve => {
        const limit = setTimeout(resolve, patienceMs)
        onIdle = () => {
          clearTimeout(limit)
          resolve()
        }
      })
    },
  }
}

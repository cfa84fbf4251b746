import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { isLostConnection } from '../database/connect.ts'
import { DeadEpoch } from '../database/dead-epoch.ts'
import type { EngineFunction } from '../functions/engine-function.ts'
import type { Registry } from '../functions/registry.ts'
import { decideReply } from '../progress/decide-reply.ts'
import { decideWake } from '../progress/decide-wake.ts'
import { endRun } from '../progress/end-run.ts'
import type { ProgressWriter } from '../progress/write-progress.ts'
import type { AppHealth } from '../queue/app-health.ts'
import type { Backoff } from '../queue/backoff.ts'
import { createConcurrencyGate, slotsOf } from '../queue/concurrency-gate.ts'
import type { Leases } from '../queue/leases.ts'
import type { ReadyQueue } from '../queue/ready-queue.ts'
import type { RunCache } from '../runs/run-cache.ts'
import { findOverflow } from '../runs/run-limits.ts'
import type { QueueItem, RunState } from '../runs/run-state.ts'
import type { FunctionCaller } from './call-function.ts'

export type Dispatcher = {
  /** Works on items that this engine has leased. */
  take(items: QueueItem[]): void
  /** Works on what may be worked on now, up to the limit on calls at once. */
  pump(): void
  /** How many items their functions' concurrency limits hold back. */
  heldBack(): number
  /** How many items that call no app are being dealt with. */
  waking(): number
  /** Starts nothing more, and waits for what is under way, but no longer than this. */
  stop(patienceMs: number): Promise<void>
}

type DispatcherParts = {
  cache: RunCache
  callFunction: FunctionCaller
  clock: Clock
  health: AppHealth
  leases: Leases
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
  const { cache, callFunction, clock, health, leases, ready, registry, writer, backoff, log } = parts
  const gate = createConcurrencyGate()
  let underWay = 0
  let waking = 0
  let stopped = false
  let onIdle: (() => void) | undefined

  const mustWait = (functionId: string) => {
    const fn = registry.byId(functionId)
    return fn !== undefined && health.mustWait(fn.url)
  }

  const pump = () => {
    while (!stopped && underWay - waking < parts.concurrency) {
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

  const wake = async (item: QueueItem) => {
    waking += 1
    await track(
      work(item).finally(() => {
        waking -= 1
      }),
      item,
    )
  }

  const work = async (item: QueueItem) => {
    const run = await cache.hold(item.runId)
    try {
      if (await deal(run, item)) leases.free(item)
    } catch (error) {
      if (!run || isLostConnection(error) || error instanceof DeadEpoch) throw error
      // Trying again would fail again, and call the app each time.
      log.error({ err: error, run: run.id, step: item.stepId }, 'A run could not be taken further')
      const message = `The engine could not take the run further: ${error instanceof Error ? error.message : error}`
      await writer.write(run, endRun(run, { status: 'Failed', error: { name: 'EngineError', message } }, clock.now()))
      leases.free(item)
    } finally {
      if (run) cache.release(run)
      for (const next of gate.settle(item)) ready.offer(next)
    }
  }

  /** Whether the item is done with; otherwise it waits here for its turn. */
  const deal = async (run: RunState | undefined, item: QueueItem): Promise<boolean> => {
    if (run?.status !== 'Running' || isDone(run, item)) await writer.discard(item)
    else if (callsApp(item)) return call(run, item)
    else await writer.write(run, decideWake(run, item, clock.now()))
    return true
  }

  const call = async (run: RunState, item: QueueItem): Promise<boolean> => {
    const fn = registry.byId(run.functionId)
    const unknown = { name: 'UnknownFunction', message: `Function ${run.functionId} is not registered` }
    const error = fn ? findOverflow(run) : unknown
    if (!fn || error) {
      await writer.write(run, endRun(run, { status: 'Failed', error: error ?? unknown }, clock.now()))
      return true
    }
    if (fn.concurrency.length === 0) return callNow(run, fn, item)
    const slots = slotsOf(fn, run)
    if (!gate.enter(slots, item)) return false
    try {
      return await callNow(run, fn, item)
    } finally {
      for (const next of gate.leave(slots)) ready.offer(next)
    }
  }

  const callNow = async (run: RunState, fn: EngineFunction, item: QueueItem): Promise<boolean> => {
    run.called = true
    const reply = await callFunction(run, fn, item)
    // A run that was cancelled or ended meanwhile goes no further.
    if (run.status !== 'Running') return true
    if (reply.type === 'away') {
      const again = { ...item, generation: item.generation + 1 }
      leases.hold(again)
      ready.offer(again)
      return false
    }
    const context = { now: clock.now(), maxAttempts: fn.maxAttempts, backoff, registry }
    await writer.write(run, decideReply(run, item, reply, context))
    return true
  }

  const take = (items: QueueItem[]) => {
    for (const item of items) {
      leases.hold(item)
      if (callsApp(item)) ready.offer(item)
      else void wake(item)
    }
    pump()
  }

  return {
    take,
    pump,
    heldBack: gate.waiting,
    waking: () => waking,
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

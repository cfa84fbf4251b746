import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { createCaller } from '../dispatch/call-app.ts'
import { RefusedFunction } from '../functions/refuse.ts'
import type { RegisterApp } from '../functions/register-app.ts'
import { type AskParts, askApp, SyncFailed } from './ask-app.ts'

export type AppSync = { close(): Promise<void> }

type SyncParts = {
  /** Apps that are asked at start. */
  urls: string[]
  /** How often every app is asked again; 0 never does. */
  pollMs: number
  /** Where the apps are that have registered so far. */
  knownUrls(): string[]
  mode: AskParts['mode']
  signingKey: string | undefined
  registerApp: RegisterApp
  clock: Clock
  log: Logger
}

const firstPauseMs = 1_000
const longestPauseMs = 30_000
const patienceMs = 10_000
const mostBytes = 10 * 1_024 * 1_024

/**
 * Asks apps for their functions, at start and again at every interval. An app that does not answer, or whose functions are
 * refused, is asked again, ever more rarely; the log says so once for each reason.
 */
export function startAppSync(parts: SyncParts): AppSync {
  const { clock, log, pollMs } = parts
  const caller = createCaller({ timeoutMs: patienceMs, maxReplyBytes: mostBytes })
  let stopped = false
  const timers = new Map<string, () => void>()
  const underWay = new Set<Promise<void>>()
  const watched = new Set<string>()
  const ask = { call: caller.call, mode: parts.mode, signingKey: parts.signingKey }

  const sync = async (url: string): Promise<string | undefined> => {
    try {
      const answer = await askApp(url, ask)
      if (answer.type === 'registration') await parts.registerApp(answer.registration)
      return undefined
    } catch (error) {
      if (error instanceof SyncFailed || error instanceof RefusedFunction) return error.message
      log.error({ err: error, url }, 'An app’s functions could not be stored')
      return 'its functions could not be stored'
    }
  }

  const keepAsking = async (url: string, failures: number, lastReason: string | undefined) => {
    const reason = await sync(url)
    if (stopped) return
    if (reason === undefined) {
      if (failures > 0) log.info({ url }, 'The app has answered')
      if (pollMs > 0) arm(url, pollMs, 0, undefined)
      return
    }
    if (reason !== lastReason)
      log.warn({ url }, `The app has not registered: ${reason}. It is asked again until it does`)
    arm(url, Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10)), failures + 1, reason)
  }

  const run = (url: string, failures: number, reason: string | undefined) => {
    const asking = keepAsking(url, failures, reason).finally(() => underWay.delete(asking))
    underWay.add(asking)
  }

  const arm = (name: string, ms: number, failures: number, reason: string | undefined) => {
    timers.set(
      name,
      clock.wakeAt(clock.now() + ms, () => run(name, failures, reason)),
    )
  }

  const watch = (url: string) => {
    if (watched.has(url)) return
    watched.add(url)
    run(url, 0, undefined)
  }

  // Apps that register by themselves are asked again too.
  const watchKnown = () => {
    for (const url of parts.knownUrls()) watch(url)
    timers.set('known apps', clock.wakeAt(clock.now() + pollMs, watchKnown))
  }

  for (const url of parts.urls) watch(url)
  if (pollMs > 0) timers.set('known apps', clock.wakeAt(clock.now() + pollMs, watchKnown))

  return {
    async close() {
      stopped = true
      for (const cancel of timers.values()) cancel()
      caller.close()
      await Promise.allSettled(underWay)
    },
  }
}

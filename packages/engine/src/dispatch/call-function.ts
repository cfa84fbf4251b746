import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { EngineFunction } from '../functions/engine-function.ts'
import { newId } from '../ids/make-id.ts'
import type { AppHealth } from '../queue/app-health.ts'
import type { QueueItem, RunState } from '../runs/run-state.ts'
import { signText } from '../signing/sign.ts'
import { buildRequest, queueItemId } from './build-request.ts'
import { AppAway, type CallApp, UnusableReply } from './call-app.ts'
import type { Dispatches } from './dispatch.ts'
import type { MetadataNotice } from './metadata-notice.ts'
import { readReply } from './read-reply.ts'
import type { Reply } from './reply.ts'

export type FunctionCaller = (run: RunState, fn: EngineFunction, item: QueueItem) => Promise<Reply>

type CallerParts = {
  call: CallApp
  clock: Clock
  dispatches: Dispatches
  health: AppHealth
  signingKey: string | undefined
  noticeMetadata: MetadataNotice
  log: Logger
}

/** After so many calls in a row that the app took and never answered, the next counts as a failed attempt. */
const longestLossStreak = 10

/**
 * Calls the function once and says what the app answered. An app that cannot be reached, or that dies during the
 * call, costs no attempt; only a call that kills the app again and again does.
 */
export function createFunctionCaller(parts: CallerParts): FunctionCaller {
  const { call, clock, dispatches, health, signingKey, noticeMetadata, log } = parts
  const losses = new Map<string, number>()

  // Said once for each time that an app is away, however often it is tried meanwhile.
  const noteAway = (fn: EngineFunction, run: RunState, reason: string) => {
    const level = health.away(fn.url) ? 'warn' : 'debug'
    log[level]({ function: fn.slug, run: run.id, error: reason }, 'The app cannot be reached; its work waits')
  }

  return async (run, fn, item) => {
    const requestId = newId(clock.now())
    const queueId = queueItemId(item)
    const request = buildRequest(fn, run, item, requestId)
    if (signingKey) request.headers['x-inngest-signature'] = signText(request.body, signingKey, Date.now())
    const dispatch = { run, slug: fn.slug, item, requestId }
    dispatches.open(queueId, dispatch)
    try {
      const response = await call(request, () => health.reached(fn.url))
      dispatches.close(queueId, dispatch)
      const reply = readReply(response, { signingKey, now: clock.now() })
      if (reply.type === 'away') noteAway(fn, run, reply.reason)
      else {
        if (health.answered(fn.url)) log.info({ function: fn.slug }, 'The app answers again')
        losses.delete(queueId)
      }
      if (reply.type === 'ops') noticeMetadata(fn.slug, reply.ops)
      return reply
    } catch (error) {
      dispatches.close(queueId, dispatch)
      if (error instanceof UnusableReply) return failed(error)
      if (!(error instanceof AppAway)) throw error
      noteAway(fn, run, error.message)
      const streak = error.refused ? 0 : (losses.get(queueId) ?? 0) + 1
      if (streak > 0) losses.set(queueId, streak)
      if (streak < longestLossStreak) return { type: 'away', reason: error.message }
      losses.delete(queueId)
      return failed(new AppAway(`The app went away ${streak} times during this call: ${error.message}`, false))
    }
  }
}

function failed(error: Error): Reply {
  const { name, message } = error
  return { type: 'error', error: { name, message }, retriable: true, retryAt: undefined }
}

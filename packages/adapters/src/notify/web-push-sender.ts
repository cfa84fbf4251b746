import { createHash } from 'node:crypto'
import type { Push, PushAnswer, PushSender } from '@makegood/core/ports/push-sender'
import webPush from 'web-push'
import { readText } from '../outside/ask-json.ts'
import { type BreakerOptions, createGuard, defaultBreaker, type Result } from '../outside/create-guard.ts'
import { OutsideRefusal, readRefusalTrouble } from '../outside/outside-refusal.ts'
import { isPushEndpoint } from './push-endpoint.ts'

export type WebPushSenderOptions = {
  readonly vapid: { readonly subject: string; readonly publicKey: string; readonly privateKey: string }
  /** Push services beside those of the browser makers. */
  readonly moreOrigins?: readonly string[]
  /** How long one call may take in all; 5 seconds where nothing is said. */
  readonly timeoutMs?: number
  readonly breaker?: BreakerOptions
}

const defaultTimeoutMs = 5000
/** How long a push service keeps a message for a browser that is not there: after a day the news is old. */
const keptSeconds = 24 * 3600
const detailMax = 300
/** One browser maker's trouble is not the others': each push service has a circuit of its own, this many at most. */
const guardsMax = 20

const invalid = (detail: string): PushAnswer => ({ outcome: 'refused', reason: 'subscription-invalid', detail })

/** A topic has at most 32 characters of base64url. */
const topicOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 32)

const readPushError = (error: unknown): Result<PushAnswer> => {
  const status = error instanceof OutsideRefusal ? error.status : 0
  const detail = error instanceof Error ? error.message : String(error)
  if (status === 404 || status === 410)
    return { answer: { outcome: 'refused', reason: 'subscription-gone', detail: `${status} ${detail}` } }
  // Made for another VAPID key of ours, or for another shop: it will never take a message from this one.
  if (status === 403) return { answer: invalid(`${status} ${detail}`) }
  if (status === 400 || status === 413)
    return { answer: { outcome: 'refused', reason: 'message-rejected', detail: `${status} ${detail}` } }
  return { trouble: readRefusalTrouble('push service', error) }
}

const encrypt = ({ key, subscription, title, body, url }: Push, { vapid }: WebPushSenderOptions) =>
  webPush.generateRequestDetails(
    { endpoint: subscription.endpoint, keys: { ...subscription.keys } },
    JSON.stringify({ title, body, url, tag: topicOf(key) }),
    { vapidDetails: vapid, TTL: keptSeconds, topic: topicOf(key), contentEncoding: 'aes128gcm' },
  )

const post = async (request: ReturnType<typeof encrypt>, signal: AbortSignal): Promise<PushAnswer> => {
  const response = await fetch(request.endpoint, {
    method: 'POST',
    headers: Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    body: request.body === null ? null : new Uint8Array(request.body),
    redirect: 'manual',
    signal,
  })
  const text = await readText(response)
  if (!response.ok) throw new OutsideRefusal(response.status, 'push', text.slice(0, detailMax))
  return { outcome: 'ok', ref: response.headers.get('location') ?? request.endpoint }
}

/** The push port on Web Push (VAPID, aes128gcm): the key is the message's topic and tag, and a silence is never guessed about. */
export const createWebPushSender = (options: WebPushSenderOptions): PushSender => {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs
  const newGuard = () => createGuard('push service', timeoutMs, options.breaker ?? defaultBreaker)
  const guards = new Map<string, ReturnType<typeof newGuard>>()
  const guardOf = (endpoint: string) => {
    const { origin } = new URL(endpoint)
    const guard = guards.get(origin) ?? newGuard()
    if (guards.size < guardsMax) guards.set(origin, guard)
    return guard
  }

  const send = async (push: Push): Promise<PushAnswer> => {
    const { endpoint } = push.subscription
    if (!isPushEndpoint(endpoint, options.moreOrigins ?? [])) return invalid('no push service is known there')
    let request: ReturnType<typeof encrypt>
    try {
      request = encrypt(push, options)
    } catch (error) {
      return invalid(error instanceof Error ? error.message : String(error))
    }
    return await guardOf(endpoint)<PushAnswer>(signal => post(request, signal), readPushError)
  }

  return { send }
}

import { deepestNesting, isTooDeep, mayBeTooDeep } from '../json/nesting.ts'
import { isRecord, parseJson } from '../json/read-json.ts'
import { runLimits } from '../runs/run-limits.ts'
import { isSignedBy } from '../signing/sign.ts'
import type { AppResponse } from './call-app.ts'
import { readOps, readThrown } from './read-ops.ts'
import type { Reply } from './reply.ts'

export type ReplyContext = { signingKey: string | undefined; now: number }

const tooDeep = `The app’s answer is nested deeper than ${deepestNesting} levels`
const gatewayTroubles = new Set([502, 503, 504])

/** What the app's answer means. An answer that is not the protocol's becomes an error that says what came. */
export function readReply(response: AppResponse, context: ReplyContext): Reply {
  const { status, headers, body } = response
  const fromSdk = headers['x-inngest-sdk'] !== undefined
  if (!fromSdk && gatewayTroubles.has(status)) return { type: 'away', reason: `the app's address answered ${status}` }
  if (context.signingKey) {
    const signature = headers['x-inngest-signature']
    if (!isSignedBy(body, typeof signature === 'string' ? signature : undefined, context.signingKey, Date.now())) {
      return unusable(`The app's reply (status ${status}) is not signed with this engine's signing key`, body)
    }
  }
  if (!fromSdk) return unusable(`The app's address answered ${status} and no Inngest SDK`, body)
  const json = parseJson(body)
  if (!json) return unusable(`The app answered ${status} with something that is no JSON`, body)
  if (mayBeTooDeep(body) && isTooDeep(json.value)) return unusable(tooDeep, body)
  if (status === 201) return readStreamed(json.value, context, body)
  return interpret(status, name => first(headers[name]), json.value, body, context.now)
}

function interpret(
  status: number,
  header: (name: string) => string | undefined,
  value: unknown,
  body: string,
  now: number,
): Reply {
  const retriable = header('x-inngest-no-retry') !== 'true'
  const retryAt = readRetryAfter(header('retry-after'), now)
  if (status === 200) return { type: 'complete', output: value }
  if (status === 206) {
    const ops = readOps(value)
    if (ops && ops.length > runLimits.steps) {
      return unusable(`The app named ${ops.length} steps at once, and a run has at most ${runLimits.steps}`, '')
    }
    if (ops && ops.length > 0) return { type: 'ops', ops, retriable, retryAt }
    return unusable('The app answered 206 without steps', body)
  }
  const thrown = readThrown(value)
  if (status >= 400) return { type: 'error', error: thrown, retriable: retriable && status !== 400, retryAt }
  return unusable(`The app answered ${status}, which means nothing in the protocol`, body)
}

/** A streamed reply says 201 at once and carries the true status, headers and body at its end. */
function readStreamed(value: unknown, context: ReplyContext, body: string): Reply {
  if (!isRecord(value) || typeof value.status !== 'number' || typeof value.body !== 'string') {
    return unusable('The app answered 201 without status and body', body)
  }
  const headers = isRecord(value.headers) ? value.headers : {}
  const inner = parseJson(value.body)
  if (!inner) return unusable('The app streamed something that is no JSON', value.body)
  if (mayBeTooDeep(value.body) && isTooDeep(inner.value)) return unusable(tooDeep, value.body)
  const lower = new Map(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), String(text)]))
  return interpret(value.status, name => lower.get(name), inner.value, value.body, context.now)
}

/** The time to try again: a number of seconds, an ISO date or an HTTP date; a time that has passed means at once. */
export function readRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const seconds = Number(text)
  const time = Number.isFinite(seconds) ? now + seconds * 1_000 : Date.parse(text)
  return Number.isNaN(time) ? undefined : Math.max(Math.ceil(time), now)
}

function unusable(what: string, body: string): Reply {
  const start = body.slice(0, 200)
  const message = start === '' ? what : `${what}: ${start}${body.length > start.length ? '…' : ''}`
  return { type: 'error', error: { name: 'UnusableReply', message }, retriable: true, retryAt: undefined }
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

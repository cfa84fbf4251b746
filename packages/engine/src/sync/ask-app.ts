import { AppAway, type AppResponse, type CallApp, UnusableReply } from '../dispatch/call-app.ts'
import { isRecord, parseJson } from '../json/read-json.ts'
import { isSignedBy, signText } from '../signing/sign.ts'

/** The app could not be asked, or did not answer with its functions; the message says why. */
export class SyncFailed extends Error {
  override name = 'SyncFailed'
}

/** What came of asking: the registration itself, or the app has sent it to the engine by a request of its own. */
export type AppAnswer = { type: 'registration'; registration: unknown } | { type: 'sent' }

export type AskParts = { call: CallApp; mode: 'dev' | 'cloud'; signingKey: string | undefined }

/**
 * Asks the app at this address for its functions: in band first, so that its reply carries them; where the app does not
 * do that, it is asked to send them. Throws SyncFailed.
 */
export async function askApp(url: string, parts: AskParts): Promise<AppAnswer> {
  const inBand = await put(url, { 'x-inngest-sync-kind': 'in_band' }, parts)
  if (inBand.headers['x-inngest-sdk'] === undefined)
    throw new SyncFailed(`its address answered ${inBand.status} and no Inngest SDK`)
  if (inBand.status === 200) return readAnswer(inBand, parts.signingKey)
  const outOfBand = await put(url, {}, parts)
  if (outOfBand.status === 200) return { type: 'sent' }
  throw new SyncFailed(`it answered ${outOfBand.status}: ${messageOf(outOfBand.body)}`)
}

async function put(url: string, headers: Record<string, string>, parts: AskParts): Promise<AppResponse> {
  const body = JSON.stringify({ url })
  const signed = parts.signingKey ? { 'x-inngest-signature': signText(body, parts.signingKey, Date.now()) } : {}
  const own = { 'content-type': 'application/json', 'x-inngest-server-kind': parts.mode }
  try {
    return await parts.call({ url, method: 'PUT', body, headers: { ...own, ...headers, ...signed } })
  } catch (error) {
    if (error instanceof AppAway) throw new SyncFailed(`it cannot be reached (${error.message})`, { cause: error })
    if (error instanceof UnusableReply) throw new SyncFailed(error.message, { cause: error })
    throw error
  }
}

function readAnswer(reply: AppResponse, signingKey: string | undefined): AppAnswer {
  if (reply.headers['x-inngest-sync-kind'] !== 'in_band') return { type: 'sent' }
  const signature = reply.headers['x-inngest-signature']?.toString()
  if (signingKey && !isSignedBy(reply.body, signature, signingKey, Date.now())) {
    throw new SyncFailed('its answer is not signed with this engine’s signing key')
  }
  const body = parseJson(reply.body)?.value
  if (!isRecord(body)) throw new SyncFailed('its answer is no registration')
  const { app_id: appName, url, sdk, framework, functions } = body
  return { type: 'registration', registration: { appName, url, sdk, framework, functions } }
}

function messageOf(body: string): string {
  const value = parseJson(body)?.value
  return isRecord(value) && typeof value.message === 'string' ? value.message : body.slice(0, 200)
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type CarrierEvent, readCarrierEvent } from './read-carrier-event.ts'

export type CarrierWebhookRefusal =
  | 'no-secret'
  | 'no-signature'
  | 'wrong-signature'
  | 'too-old'
  | 'too-new'
  | 'unreadable'

export type VerifiedCarrierWebhook =
  /** `event` is null where it is of a type the shop does not know. */
  | { readonly ok: true; readonly id: string; readonly type: string; readonly event: CarrierEvent | null }
  | { readonly ok: false; readonly reason: CarrierWebhookRefusal }

const toleranceSeconds = 300
const signatureForm = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/

const envelope = z.object({ id: z.string().min(1), type: z.string().min(1) })

const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Believes a webhook only if it was signed with our secret, at most five minutes ago and at most five minutes ahead of our
 * clock. Needs the body as it was sent, byte for byte.
 */
export const verifyCarrierWebhook = (
  rawBody: string | Buffer,
  signature: string | undefined,
  secret: string,
  now: Date = new Date(),
): VerifiedCarrierWebhook => {
  if (secret.trim() === '') return { ok: false, reason: 'no-secret' }
  if (signature === undefined || signature === '') return { ok: false, reason: 'no-signature' }
  const [, time, given] = signatureForm.exec(signature) ?? []
  if (time === undefined || given === undefined) return { ok: false, reason: 'wrong-signature' }

  const body = Buffer.from(rawBody)
  const due = createHmac('sha256', secret).update(`${time}.`).update(body).digest()
  if (!timingSafeEqual(due, Buffer.from(given, 'hex'))) return { ok: false, reason: 'wrong-signature' }

  const age = Math.floor(now.getTime() / 1000) - Number(time)
  if (age > toleranceSeconds) return { ok: false, reason: 'too-old' }
  if (age < -toleranceSeconds) return { ok: false, reason: 'too-new' }

  const sent = parse(body)
  const outer = envelope.safeParse(sent)
  if (!outer.success) return { ok: false, reason: 'unreadable' }
  return { ok: true, ...outer.data, event: readCarrierEvent(sent) }
}

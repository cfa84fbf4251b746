import { createECDH } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { decrypt } from 'http_ece'
import { z } from 'zod'
import type { Answer } from '../../gateway/gateway-context.ts'
import { silenceOf, takeFault } from '../http-faults.ts'
import { keepNewest } from '../keep-newest.ts'
import type { MessageContext } from '../message-context.ts'
import { checkVapid } from './check-vapid.ts'
import { PushError } from './push-error.ts'
import { findSubscription, type StoredSubscription } from './push-subscription.ts'

const pushHeaders = z.object({
  ttl: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  urgency: z.enum(['very-low', 'low', 'normal', 'high']).default('normal'),
  topic: z
    .string()
    .regex(/^[\w-]{1,32}$/)
    .optional(),
  'content-encoding': z.literal('aes128gcm'),
})

const readHeaders = (headers: IncomingHttpHeaders): z.infer<typeof pushHeaders> => {
  const read = pushHeaders.safeParse(headers)
  if (read.success) return read.data
  throw new PushError(400, z.prettifyError(read.error))
}

const openBody = (subscription: StoredSubscription, body: Buffer): string => {
  const privateKey = createECDH('prime256v1')
  privateKey.setPrivateKey(subscription.privateKey, 'base64url')
  try {
    return decrypt(body, { version: 'aes128gcm', privateKey, authSecret: subscription.auth }).toString()
  } catch (error) {
    throw new PushError(400, `the body cannot be opened: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Takes a message for a subscription as a push service does, and opens it as the browser would. A message with the topic
 * of an earlier one takes its place.
 */
export const receivePush = async (
  context: MessageContext,
  asked: { readonly id: string; readonly headers: IncomingHttpHeaders; readonly body: unknown },
): Promise<Answer & { readonly location?: string }> => {
  const { pool } = context
  const subscription = await findSubscription(pool, asked.id)
  if (subscription === null) throw new PushError(404, 'no such subscription')
  checkVapid(asked.headers.authorization, subscription, new Date())
  const fault = await takeFault(context, 'push')
  if (fault?.mode === 'error500') throw new PushError(500, 'the sandbox was told to fail here')
  if (subscription.isGone || fault?.mode === 'decline') throw new PushError(410, 'the subscription has ended')
  const { ttl, urgency, topic } = readHeaders(asked.headers)
  if (!Buffer.isBuffer(asked.body)) throw new PushError(400, 'a message has a body')
  const payload = openBody(subscription, asked.body)
  const stored = await pool.query<{ id: string }>(
    `insert into push_message (subscription_id, topic, payload, ttl, urgency) values ($1, $2, $3, $4, $5)
     on conflict (subscription_id, topic)
     do update set payload = excluded.payload, ttl = excluded.ttl, urgency = excluded.urgency, received = push_message.received + 1
     returning id::text`,
    [subscription.id, topic ?? null, payload, ttl, urgency],
  )
  await keepNewest(pool, 'push_message')
  const location = `${new URL(subscription.endpoint).origin}/push/messages/${stored.rows[0]?.id ?? ''}`
  return { status: 201, body: '', location, ...silenceOf(fault) }
}

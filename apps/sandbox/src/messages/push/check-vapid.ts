import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { PushError } from './push-error.ts'

const longestLifeSeconds = 24 * 3600
const header = z.object({ alg: z.literal('ES256') })
const claims = z.object({ aud: z.string(), exp: z.number(), sub: z.string().regex(/^(mailto:|https:)/) })

const decode = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return null
  }
}

const keyOf = (key: Buffer) => {
  const [x, y] = [key.subarray(1, 33).toString('base64url'), key.subarray(33, 65).toString('base64url')]
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
}

const isSigned = (signed: string, signature: string, key: string): boolean => {
  const point = Buffer.from(key, 'base64url')
  if (point.length !== 65 || point[0] !== 4) return false
  try {
    const how = { key: keyOf(point), dsaEncoding: 'ieee-p1363' } as const
    return verify('sha256', Buffer.from(signed), how, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

/**
 * Lets a message through whose sender proves by VAPID (RFC 8292) who it is: signed with the key that it names, meant for
 * this server, not outdated, and with the key that the subscription was made for.
 */
export const checkVapid = (
  authorization: string | undefined,
  subscription: { readonly endpoint: string; readonly applicationServerKey: string | null },
  now: Date,
): void => {
  const fields = /^vapid\s+(.+)$/i.exec(authorization ?? '')?.[1]
  if (fields === undefined) throw new PushError(401, 'missing VAPID Authorization header')
  const field = (name: string) => new RegExp(`(?:^|[,\\s])${name}=([\\w.-]+)`).exec(fields)?.[1] ?? ''
  const [token, key] = [field('t'), field('k')]
  const [head = '', body = '', signature = ''] = token.split('.')
  const read = claims.safeParse(decode(body))
  if (!header.safeParse(decode(head)).success || !read.success) throw new PushError(403, 'unreadable VAPID token')
  if (!isSigned(`${head}.${body}`, signature, key)) throw new PushError(403, 'wrong VAPID signature')
  const { aud, exp } = read.data
  const seconds = now.getTime() / 1000
  if (aud !== new URL(subscription.endpoint).origin) throw new PushError(403, `VAPID token for another server: ${aud}`)
  if (exp < seconds || exp > seconds + longestLifeSeconds) throw new PushError(403, 'VAPID token outdated or too long')
  const expected = subscription.applicationServerKey
  if (expected !== null && expected !== key) throw new PushError(403, 'the subscription is for another VAPID key')
}

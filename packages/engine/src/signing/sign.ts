import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const prefixOf = /^signkey-\w+-/
const longestSkewSeconds = 300

/** The value of x-inngest-signature for a text: the time in seconds and the HMAC over text and time. */
export function signText(text: string, signingKey: string, nowMs: number): string {
  const seconds = Math.floor(nowMs / 1_000).toString()
  return `t=${seconds}&s=${hmac(text, signingKey, seconds)}`
}

/** Whether a signature is of this text by this key, made within five minutes of now. */
export function isSignedBy(text: string, signature: string | undefined, signingKey: string, nowMs: number): boolean {
  const match = /^t=(\d{1,12})&s=([0-9a-f]{64})$/.exec(signature ?? '')
  const [, seconds, given] = match ?? []
  if (!seconds || !given) return false
  if (Math.abs(nowMs / 1_000 - Number(seconds)) > longestSkewSeconds) return false
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(hmac(text, signingKey, seconds), 'hex'))
}

function hmac(text: string, signingKey: string, seconds: string): string {
  return createHmac('sha256', signingKey.replace(prefixOf, '')).update(text).update(seconds).digest('hex')
}

/** The form of the signing key that apps present: its prefix and the SHA-256 of the key's bytes. */
export function hashSigningKey(signingKey: string): string {
  const prefix = prefixOf.exec(signingKey)?.[0] ?? ''
  const key = Buffer.from(signingKey.slice(prefix.length), 'hex')
  return prefix + createHash('sha256').update(key).digest('hex')
}

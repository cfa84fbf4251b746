import { createHash, randomBytes } from 'node:crypto'
import type {} from '@fastify/cookie'
import type { FastifyReply } from 'fastify'

export const visitorCookieSeconds = 90 * 24 * 60 * 60

/** The hash of the visitor that a Cookie header names; null for none and for anything that `giveVisitorCookie` cannot have made. */
export const readVisitorHash = (cookieHeader: string | null | undefined): string | null => {
  const visitor = cookieHeader?.match(/(?:^|;\s*)mg_visitor=([A-Za-z0-9_-]{32})\s*(?:;|$)/)?.[1]
  return visitor === undefined ? null : hashOf(visitor)
}

/** Makes a visitor of 192 random bits, gives it to the browser, and returns the hash that the shop knows it by. */
export const giveVisitorCookie = (reply: FastifyReply, secure: boolean): string => {
  const visitor = randomBytes(24).toString('base64url')
  reply.setCookie('mg_visitor', visitor, {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: visitorCookieSeconds,
  })
  return hashOf(visitor)
}

const hashOf = (visitor: string): string => createHash('sha256').update(visitor).digest('hex')

import { expect, test } from 'vitest'
import { readReply, readRetryAfter } from './read-reply.ts'

const now = Date.UTC(2026, 10, 21, 7, 0, 0)

test('Retry-After is read as seconds, ISO time or HTTP date, never before now', () => {
  expect(readRetryAfter('90', now)).toBe(now + 90_000)
  expect(readRetryAfter('0.25', now)).toBe(now + 250)
  expect(readRetryAfter('2026-11-21T07:00:01.007Z', now)).toBe(now + 1_007)
  expect(readRetryAfter('Sat, 21 Nov 2026 07:01:00 GMT', now)).toBe(now + 60_000)
  expect(readRetryAfter('2020-01-01T00:00:00Z', now)).toBe(now)
  for (const text of [undefined, '', 'soon']) expect(readRetryAfter(text, now)).toBeUndefined()
})

test('an error is retriable unless the app forbids it', () => {
  const reply = (status: number, noRetry?: string) =>
    readReply(
      {
        status,
        headers: { 'x-inngest-sdk': 'js', ...(noRetry ? { 'x-inngest-no-retry': noRetry } : {}) },
        body: '{"name":"E","message":"m"}',
      },
      { signingKey: undefined, now },
    )
  expect(reply(500, 'false')).toMatchObject({ type: 'error', retriable: true, error: { name: 'E', message: 'm' } })
  expect(reply(500, 'true')).toMatchObject({ retriable: false })
  expect(reply(400)).toMatchObject({ retriable: false })
})

test('a gateway that has no app behind it is an app away, and costs nothing', () => {
  const context = { signingKey: 'signkey-prod-00', now }
  expect(readReply({ status: 503, headers: {}, body: 'closing' }, context)).toMatchObject({ type: 'away' })
})

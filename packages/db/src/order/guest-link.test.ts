import { expect, test } from 'vitest'
import { isGuestLink, makeGuestLink } from './guest-link.ts'

const order = { orderId: 'ord_01', visitorHash: 'a'.repeat(64) }
const now = new Date('2026-11-26T10:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000)
const token = makeGuestLink(order, now)

/** The last letter of a token holds bits that belong to no byte. */
const nextLetter = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) + 1)

test.each([
  ['another order', { ...order, orderId: 'ord_02' }, token],
  ['another guest', { ...order, visitorHash: 'b'.repeat(64) }, token],
  ['a longer time', order, `zzzz.${token.split('.')[1]}`],
  ['a cut token', order, token.slice(0, -2)],
  ['another spelling of the same bytes', order, `${token.slice(0, -1)}${nextLetter(token.at(-1) ?? '')}`],
  ['something behind it', order, `${token}.more`],
  ['no mac', order, token.split('.')[0] ?? ''],
  ['nothing', order, ''],
  ['something else', order, '\u0000.%%%'],
] as const)('a link does not open for %s', (_what, wanted, given) => {
  expect(isGuestLink(wanted, given, now)).toBe(false)
})

test('a link opens its order for sixty days and no longer', () => {
  expect(isGuestLink(order, token, now)).toBe(true)
  expect(isGuestLink(order, token, inDays(59))).toBe(true)
  expect(isGuestLink(order, token, inDays(60.6))).toBe(false)
})

test('a link is short enough for an SMS', () => {
  expect(token).toMatch(/^[a-z0-9]{3,4}\.[\w-]{22}$/)
})

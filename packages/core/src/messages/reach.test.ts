import { expect, test } from 'vitest'
import { messageOf, noConsequences } from '../console/consequences.ts'
import { withinReach } from './reach.ts'

const confirming = { ...noConsequences, messages: [messageOf('order/confirmed'), messageOf('order/cancelled')] }
const noMail = { channel: 'email', topic: 'orders', wanted: false } as const
const toldOf = (...reach: Parameters<typeof withinReach>) =>
  withinReach(...reach).messages.map(({ template, channels }) => `${template}: ${channels}`)

test('no push is promised to somebody of whom no browser takes it', () => {
  expect(toldOf(confirming, { preferences: [], takesPush: false })).toEqual([
    'order-confirmed: email',
    'order-cancelled: email',
  ])
  expect(toldOf(confirming, { preferences: [], takesPush: true })[0]).toBe('order-confirmed: email,push')
})

test('what a shopper does not want is not promised, but for a mail about money', () => {
  expect(toldOf(confirming, { preferences: [noMail], takesPush: false })).toEqual(['order-cancelled: email'])
})

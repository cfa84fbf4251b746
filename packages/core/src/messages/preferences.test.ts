import { expect, test } from 'vitest'
import { channels, isEverTold, messagePlans, topics } from './message-plan.ts'
import { allPreferences, isWanted, type Preference } from './preferences.ts'

const nothing: readonly Preference[] = topics.flatMap(topic =>
  channels.map(channel => ({ channel, topic, wanted: false })),
)

test('mails about money go out whatever was chosen; everything else can be switched off', () => {
  const on = allPreferences(nothing).filter(preference => preference.wanted)
  expect(on).toEqual([{ channel: 'email', topic: 'money', wanted: true, locked: true }])
})

test('where nothing was chosen everything but marketing is wanted', () => {
  for (const { topic, wanted } of allPreferences([])) expect(wanted).toBe(topic !== 'marketing')
})

test('a choice holds for its own channel and topic only', () => {
  const chosen: readonly Preference[] = [{ channel: 'sms', topic: 'shipping', wanted: false }]
  expect(isWanted(chosen, 'sms', 'shipping')).toBe(false)
  expect(isWanted(chosen, 'push', 'shipping')).toBe(true)
  expect(isWanted(chosen, 'sms', 'orders')).toBe(true)
  expect(isWanted([{ channel: 'email', topic: 'marketing', wanted: true }], 'email', 'marketing')).toBe(true)
})

test('nothing is told of an order before it is certain', () => {
  const early = ['order/created', 'stock/reserved', 'order/payment.requested', 'order/payment', 'payment/completed']
  expect(Object.keys(messagePlans).filter(name => early.includes(name))).toEqual([])
})

test('what is never told over a channel is no choice', () => {
  expect(isEverTold('sms', 'shipping')).toBe(true)
  expect(isEverTold('sms', 'orders')).toBe(false)
  expect(isEverTold('email', 'restock')).toBe(true)
  for (const channel of channels) expect(isEverTold(channel, 'marketing')).toBe(false)
})

import { expect, test } from 'vitest'
import { readEnv } from '../read-env.ts'
import { alertRuleIds, describeRules, evaluateAlerts, type Measurements } from './alert-rules.ts'
import { alertSchema, toAlertSettings } from './alert-settings.ts'

const settings = toAlertSettings(readEnv(alertSchema, {}))
const well: Measurements = {
  reservations: { failed: 10, all: 100 },
  payments: { failed: 5, all: 100 },
  eventLagSeconds: 30,
  answerSeconds: 1,
  queue: 10_000,
  failedUndos: 0,
  failedRefunds: 0,
}
const firing = (changes: Partial<Measurements>) =>
  evaluateAlerts({ ...well, ...changes }, settings)
    .filter(({ fires }) => fires)
    .map(({ rule }) => rule)

test.each([
  ['reservation-failures', { reservations: { failed: 11, all: 100 } }],
  ['payment-failures', { payments: { failed: 6, all: 100 } }],
  ['event-lag', { eventLagSeconds: 30.1 }],
  ['slow-answers', { answerSeconds: 1.01 }],
  ['queue', { queue: 10_001 }],
  ['failed-undo', { failedUndos: 1 }],
  ['failed-refund', { failedRefunds: 1 }],
] as const)('%s fires above the threshold of the design, alone, and exactly at it nothing does', (rule, changes) => {
  expect(firing({})).toEqual([])
  expect(firing(changes)).toEqual([rule])
})

test('what could not be measured says nothing, neither that it is well nor that it is not', () => {
  const nothing = Object.fromEntries(Object.keys(well).map(key => [key, null])) as unknown as Measurements
  expect(evaluateAlerts(nothing, settings)).toEqual([])
})

test('a part of too few is kept: one failure of two is no alert', () => {
  expect(firing({ payments: { failed: 1, all: 2 }, reservations: { failed: 9, all: 9 } })).toEqual([])
})

test('every threshold can be set by its own name, and one that makes no sense stops the process', () => {
  const lax = toAlertSettings(
    readEnv(alertSchema, {
      ALERT_PAYMENT_FAILURES: '0.5',
      ALERT_QUEUE: '3',
      ALERT_MAIL_TO: 'a@b.example, c@d.example',
    }),
  )
  expect(lax).toMatchObject({ paymentFailures: 0.5, queue: 3, mailTo: ['a@b.example', 'c@d.example'] })
  const wrong = { ALERT_PAYMENT_FAILURES: '5', ALERT_QUEUE: '-1', ALERT_MAIL_TO: 'nobody', ALERT_MAIL_LOCALE: 'fr' }
  for (const [name, value] of Object.entries(wrong))
    expect(() => readEnv(alertSchema, { [name]: value }), name).toThrow(`${name} is wrong`)
})

test('every rule has an id of its own', () => {
  expect(new Set(alertRuleIds).size).toBe(7)
})

test('each rule is told with its value, and a part of too few, or what could not be asked, with none', () => {
  const told = describeRules({ ...well, payments: { failed: 1, all: 2 }, queue: null }, settings)
  expect(told.find(({ rule }) => rule === 'reservation-failures')).toMatchObject({ value: 0.1, threshold: 0.1 })
  expect(told.find(({ rule }) => rule === 'payment-failures')).toMatchObject({ value: null, threshold: 0.05 })
  expect(told.find(({ rule }) => rule === 'queue')).toMatchObject({ value: null, threshold: 10_000 })
})

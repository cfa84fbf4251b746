import { expect, test } from 'vitest'
import { type EventName, eventCatalogue } from '../events/catalogue.ts'
import { findSagaStart, sagaIdOf, sagaStarts } from './saga-starts.ts'

const starts = Object.entries(sagaStarts) as [keyof typeof sagaStarts, { saga: string; about: string }][]

test('an event that begins no saga gives none, whatever its payload', () => {
  for (const name of Object.keys(eventCatalogue) as EventName[])
    if (!(name in sagaStarts)) expect(findSagaStart(name, { orderId: 'ord_1', paymentId: 'pay_1' })).toBeNull()
})

test('each saga is begun by one event, and its id is made from what that event is about', () => {
  expect(new Set(starts.map(([, { saga }]) => saga)).size).toBe(starts.length)
  for (const [name, { saga, about }] of starts)
    expect(findSagaStart(name, { other: 'no', [about]: 'x_1' })).toEqual({ id: `${saga}:x_1`, name: saga })
})

test('what a saga is about is always in the payload of its event', () => {
  for (const [name, { about }] of starts) {
    const parsed = eventCatalogue[name].payload.safeParse({})
    expect(
      parsed.error?.issues.map(issue => issue.path.join('.')),
      name,
    ).toContain(about)
  }
})

test('two events about one thing mean one saga, and about two things two', () => {
  const begin = (paymentId: string) => findSagaStart('order/payment.requested', { orderId: 'ord_1', paymentId })?.id
  expect(begin('pay_1')).toBe(begin('pay_1'))
  expect(begin('pay_1')).not.toBe(begin('pay_2'))
  expect(begin('pay_1')).toBe(sagaIdOf('pay-order', 'pay_1'))
})

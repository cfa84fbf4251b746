import { expect, test } from 'vitest'
import { compileExpression } from '../functions/expression.ts'
import { priorityOf } from './priority.ts'

const of = (text: string, data: unknown = {}) => priorityOf(compileExpression(text), { data })

test('a priority is in whole seconds, within ten minutes either way', () => {
  expect([of('120'), of('event.data.n', { n: -30.7 }), of('event.data.n * 2', { n: 5 })]).toEqual([120, -30, 10])
  expect([of('9999'), of('-9999')]).toEqual([600, -600])
  expect(of('event.data.plan == "pro" ? 60 : 0', { plan: 'pro' })).toBe(60)
})

test('what is no number gives no priority', () => {
  for (const text of ['"120"', 'event.data.missing', 'true', 'null', 'event.data.missing.contains(3)'])
    expect(of(text)).toBe(0)
  expect(priorityOf(undefined, {})).toBe(0)
})

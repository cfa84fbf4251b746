import { expect, test } from 'vitest'
import { makeEvent } from '../events/read-events.ts'
import { queueItem } from '../runs/run-state.ts'
import { createWaitIndex, type Subscription } from './wait-index.ts'

const wait = (runId: string, condition?: string, more: Partial<Subscription> = {}): Subscription => ({
  item: queueItem({ id: runId, functionId: 'fn', priority: 0 }, { stepId: 'wait', kind: 'wait', dueMs: 0 }),
  id: 'wait',
  event: 'paid',
  condition,
  startedBy: '{"data":{"order":"A","least":10,"nothing":null}}',
  untilMs: undefined,
  ...more,
})
const event = (data: Record<string, unknown>, name = 'paid', now = 0) =>
  makeEvent({ id: 'E', name, externalId: undefined, data, user: {}, ts: now, now })
const runs = (items: { runId: string }[]) => items.map(item => item.runId).sort()

test('an event finds the waits whose condition it meets, whichever side the awaited event stands on', () => {
  const waits = createWaitIndex()
  waits.add(wait('any'))
  waits.add(wait('right', 'event.data.order == async.data.order'))
  waits.add(wait('left', "async.data['order'] == 'A'"))
  waits.add(wait('number', 'async.data.amount == 12'))
  waits.add(wait('both', "async.data.order == 'A' && async.data.amount > event.data.least"))
  waits.add(wait('either', "async.data.order == 'B' || async.data.amount == 12"))
  waits.add(wait('other', "async.data.order == 'B'"))
  waits.add(wait('elsewhere', undefined, { event: 'refunded' }))
  expect(runs(waits.match(event({ order: 'A', amount: 12 })))).toEqual([
    'any',
    'both',
    'either',
    'left',
    'number',
    'right',
  ])
  expect(runs(waits.match(event({ order: 'A', amount: 10 })))).toEqual(['any', 'left', 'right'])
  expect(runs(waits.match(event({})))).toEqual(['any'])
})

test('an absent field equals null and nothing else', () => {
  const waits = createWaitIndex()
  waits.add(wait('absent', 'async.data.x == event.data.y'))
  waits.add(wait('null', 'async.data.x == event.data.nothing'))
  expect(runs(waits.match(event({ x: '' })))).toEqual([])
  expect(runs(waits.match(event({ x: null })))).toEqual(['absent', 'null'])
  expect(runs(waits.match(event({})))).toEqual(['null'])
})

test('a text that looks like a number, a truth or a path is no other than itself', () => {
  const waits = createWaitIndex()
  waits.add(wait('text', "async.data.x == '12'"))
  waits.add(wait('truth', 'async.data.x == true'))
  waits.add(wait('path', "async['data']['a.b'] == 1"))
  expect(runs(waits.match(event({ x: 12 })))).toEqual([])
  expect(runs(waits.match(event({ x: 'true' })))).toEqual([])
  expect(runs(waits.match(event({ a: { b: 1 } })))).toEqual([])
  expect(runs(waits.match(event({ 'a.b': 1 })))).toEqual(['path'])
})

test('a subscription that has been dropped, or whose time is over, is found no more', () => {
  const waits = createWaitIndex()
  waits.add(wait('one'))
  waits.add(wait('two', "async.data.order == 'A'"))
  waits.add(wait('two', "async.data.order == 'A'", { id: 'second' }))
  waits.add(wait('three', "async.data.order == 'A'", { untilMs: 1_000 }))
  expect(runs(waits.match(event({ order: 'A' }, 'paid', 1_001)))).toEqual(['one', 'two'])
  waits.drop('one', 'wait')
  waits.drop('two', 'wait')
  expect(runs(waits.match(event({ order: 'A' })))).toEqual(['three', 'two'])
  waits.dropRun('two')
  waits.dropRun('three')
  expect(waits.size()).toBe(0)
  expect(waits.listensTo('paid')).toBe(false)
})

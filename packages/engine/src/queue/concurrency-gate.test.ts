import { expect, test } from 'vitest'
import { callItem } from '../runs/run-state.ts'
import { createConcurrencyGate } from './concurrency-gate.ts'

const item = (id: string) => callItem({ id, functionId: 'f', priority: 0 }, 0)
const slots = (...keys: string[]) => keys.map(key => ({ key, limit: 1 }))

test('a key lets in as many as its limit, and the one that waited longest follows', () => {
  const gate = createConcurrencyGate()
  const [first, second, third] = [item('1'), item('2'), item('3')]
  expect([gate.enter(slots('k'), first), gate.enter(slots('k'), second), gate.enter(slots('k'), third)]).toEqual([
    true,
    false,
    false,
  ])
  expect(gate.enter(slots('other'), item('4'))).toBe(true)
  expect(gate.leave(slots('k'))).toEqual([second])
  expect(gate.enter(slots('k'), second)).toBe(true)
  expect(gate.settle(second)).toEqual([])
})

test('an item that was handed back and goes nowhere passes its place on', () => {
  const gate = createConcurrencyGate()
  const [first, dead, third] = [item('1'), item('2'), item('3')]
  gate.enter(slots('k'), first)
  gate.enter(slots('k'), dead)
  gate.enter(slots('k'), third)
  expect(gate.leave(slots('k'))).toEqual([dead])
  expect(gate.settle(dead)).toEqual([third])
  expect(gate.enter(slots('k'), third)).toBe(true)
})

test('an item under two limits takes both places or none', () => {
  const gate = createConcurrencyGate()
  const [first, both] = [item('1'), item('2')]
  gate.enter(slots('b'), first)
  expect(gate.enter(slots('a', 'b'), both)).toBe(false)
  expect(gate.enter(slots('a'), item('3'))).toBe(true)
})

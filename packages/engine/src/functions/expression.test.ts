import { expect, test } from 'vitest'
import { compileExpression, holds, keyOf } from './expression.ts'

const event = {
  name: 'test/event',
  ts: 1_700_000_000_000,
  data: {
    n: 1,
    half: 2.5,
    name: 'cup',
    empty: '',
    nothing: null,
    yes: true,
    tags: ['a', 'b'],
    items: [{ sku: 'x', qty: 2 }, { sku: 'y' }],
    at: '2026-11-24T00:00:00Z',
  },
}

const value = (text: string) => compileExpression(text).evaluate({ event })
const isSo = (text: string) => holds(compileExpression(text), { event })

test('an event’s numbers are calculated with as with any number', () => {
  expect(isSo('event.data.n + 1 == 2')).toBe(true)
  expect(isSo('1 + event.data.n == 2.0')).toBe(true)
  expect(isSo('event.data.half * 2 == 5')).toBe(true)
  expect(isSo('(event.data.n + 3) % 2 == 0')).toBe(true)
  expect(value('event.data.n / 2')).toBe(0.5)
  expect(value('-event.data.n')).toBe(-1)
  expect(value('7 / 2')).toBe(3n)
  expect(isSo('event.data.n > 0 && event.data.n < 1.5 && event.data.n >= 1 && event.data.n <= 1')).toBe(true)
  expect(isSo('event.data.n in [1, 2, 3]')).toBe(true)
  expect(isSo('event.data.tags[event.data.n] == "b"')).toBe(true)
})

test('a field that is absent is like null, wherever its path ends', () => {
  expect(isSo('event.data.missing == null')).toBe(true)
  expect(isSo('event.data.nothing == null')).toBe(true)
  expect(isSo('event.data.missing != true')).toBe(true)
  expect(isSo('event.data.missing.deeper.still == "x"')).toBe(false)
  expect(isSo('event.data.missing.deeper != "x"')).toBe(true)
  expect(isSo('event.data.missing == event.data.absent')).toBe(false)
  expect(isSo('event.data.missing > 3')).toBe(false)
  expect(isSo('event.data.missing < 3')).toBe(true)
  expect(isSo('event.data.tags[9] == null')).toBe(true)
  expect(isSo('has(event.data.missing)')).toBe(false)
  expect(isSo('has(event.data.nothing)')).toBe(true)
  expect(isSo('event.data.missing.contains("x")')).toBe(false)
  expect(isSo('size(event.data.missing) == 0')).toBe(true)
})

test('text takes in whatever is added to it, so that keys can be put together', () => {
  expect(value('event.data.name + "-" + event.data.n')).toBe('cup-1')
  expect(value('event.data.name + "-" + event.data.missing')).toBe('cup-')
  expect(value('event.data.half + event.data.name')).toBe('2.5cup')
})

test('|| falls back to what follows where there is nothing', () => {
  expect(value('event.data.missing || event.data.name')).toBe('cup')
  expect(value('event.data.empty || event.data.name')).toBe('cup')
  expect(value('event.data.name || event.data.missing')).toBe('cup')
  expect(isSo('event.data.yes && event.data.n == 1')).toBe(true)
  expect(isSo('event.data.missing && event.data.yes')).toBe(false)
  expect(value('event.data.empty ? 1 : 2')).toBe(2n)
})

test('what holds of a part of the condition is found in spite of another that cannot be evaluated', () => {
  expect(isSo('event.data.name > 3 || event.data.yes')).toBe(true)
  expect(isSo('event.data.name > 3')).toBe(false)
})

test('CEL’s functions, methods and macros work on events', () => {
  expect(isSo('event.data.name.startsWith("c") && size(event.data.tags) == 2')).toBe(true)
  expect(isSo('event.data.tags.exists(tag, tag == "b")')).toBe(true)
  expect(isSo('event.data.items.all(item, item.qty != 3)')).toBe(true)
  expect(value('event.data.items.filter(item, item.qty == null).map(item, item.sku)')).toEqual(['y'])
  expect(isSo('timestamp(event.data.at) < timestamp("2026-11-25T00:00:00Z")')).toBe(true)
  expect(isSo('timestamp(event.data.at) + duration("24h") == timestamp("2026-11-25T00:00:00Z")')).toBe(true)
  expect(isSo('string(event.data.n) == "1" && int("3") == event.data.n + 2')).toBe(true)
  expect(isSo('uppercase(event.data.name) == "CUP"')).toBe(true)
})

test('prototype names are no fields', () => {
  expect(isSo('event.data.constructor == null && event.data["__proto__"] == null && event.toString == null')).toBe(true)
})

test('what has no meaning is refused when it is compiled', () => {
  expect(() => compileExpression('evnt.data.n == 1')).toThrow('"evnt" is no variable')
  expect(() => compileExpression('event.data.n == ')).toThrow()
  expect(() => compileExpression('nonsense(event.data.n)')).toThrow('nonsense')
  expect(() => compileExpression('event.data.tags.nonsense(x, x)')).toThrow('nonsense')
})

test('keys are texts: equal ones for equal values', () => {
  const key = (text: string) => keyOf(compileExpression(text), { event })
  expect([key('event.data.name'), key('event.data.n'), key('1'), key('event.data.missing')]).toEqual([
    'cup',
    '1',
    '1',
    '',
  ])
})

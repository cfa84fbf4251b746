import { expect, test } from 'vitest'
import { idSchema } from './id-schema.ts'
import { leastIdAt, newId } from './ids.ts'

test('ids of one kind sort by the time they were made', () => {
  const times = [0, 1, 31, 32, 1_700_000_000_000, 1_700_000_000_001]
  const ids = times.map(time => newId('order', new Date(time)))
  expect([...ids].sort()).toEqual(ids)
})

test('two ids of one moment differ', () => {
  const at = new Date(1_700_000_000_000)
  expect(new Set(Array.from({ length: 1000 }, () => newId('event', at))).size).toBe(1000)
})

test('the schema takes its own kind and refuses another, an empty and a longer one', () => {
  const id = newId('order', new Date())
  expect(idSchema('order').parse(id)).toBe(id)
  for (const wrong of ['', 'ord_', newId('payment', new Date()), `${id}0`, id.toUpperCase(), `${id}\n`])
    expect(idSchema('order').safeParse(wrong).success).toBe(false)
})

test('the least id of a time is after every id made before it and before every id made then', () => {
  const at = new Date(1_700_000_000_000)
  const least = leastIdAt('event', at)
  expect(idSchema('event').parse(least)).toBe(least)
  expect(newId('event', new Date(at.getTime() - 1)) < least).toBe(true)
  expect(newId('event', at) > least).toBe(true)
})

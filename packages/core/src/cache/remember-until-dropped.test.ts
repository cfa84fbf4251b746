import { expect, test, vi } from 'vitest'
import { rememberUntilDropped } from './remember-until-dropped.ts'

const setUp = () => {
  const world = { at: 0, told: true, stock: 5 }
  const load = vi.fn(async (question: { id: number }) => `${question.id}: ${world.stock}`)
  const bounds = { entriesMax: 2, forMs: 1000, isTold: () => world.told, now: () => world.at }
  return { world, load, cache: rememberUntilDropped(load, bounds) }
}

test('what is still being loaded when its subject changes is not remembered', async () => {
  const { world, cache, load } = setUp()
  const { promise, resolve } = Promise.withResolvers<string>()
  load.mockImplementationOnce(() => promise)
  const early = cache.ask({ id: 1 })
  world.stock = 4
  cache.drop(() => false)
  expect(await cache.ask({ id: 1 })).toBe('1: 4')
  resolve('1: 5')
  expect(await early).toBe('1: 5')
  expect(await cache.ask({ id: 1 })).toBe('1: 4')
})

test('a drop takes what it concerns and leaves the rest', async () => {
  const { world, cache, load } = setUp()
  await Promise.all([cache.ask({ id: 1 }), cache.ask({ id: 2 })])
  world.stock = 4
  cache.drop((_, { id }) => id === 1)
  expect(await Promise.all([cache.ask({ id: 1 }), cache.ask({ id: 2 })])).toEqual(['1: 4', '2: 5'])
  cache.dropAll()
  expect(await cache.ask({ id: 2 })).toBe('2: 4')
  expect(load).toHaveBeenCalledTimes(4)
})

test('while nobody tells of changes nothing is answered from memory', async () => {
  const { world, cache } = setUp()
  await cache.ask({ id: 1 })
  world.told = false
  world.stock = 4
  expect(await cache.ask({ id: 1 })).toBe('1: 4')
})

test('equal questions at once share one loading, and none is remembered longer than the bound', async () => {
  const { world, cache, load } = setUp()
  await Promise.all([cache.ask({ id: 1 }), cache.ask({ id: 1 })])
  expect(load).toHaveBeenCalledTimes(1)
  world.at = 1000
  await cache.ask({ id: 1 })
  expect(load).toHaveBeenCalledTimes(2)
})

test('a failure is told to those who wait for it and not remembered; no more keys than the bound are kept', async () => {
  const { cache, load } = setUp()
  load.mockRejectedValueOnce(new Error('away'))
  await expect(Promise.all([cache.ask({ id: 1 }), cache.ask({ id: 1 })])).rejects.toThrow('away')
  for (const id of [1, 2, 3, 2, 1]) await cache.ask({ id })
  expect(load.mock.calls.map(([{ id }]) => id)).toEqual([1, 1, 2, 3, 1])
})

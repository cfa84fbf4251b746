import { expect, test, vi } from 'vitest'
import { rememberBriefly } from './remember-briefly.ts'

const setUp = () => {
  let at = 0
  const load = vi.fn(async (question: { page: number }) => `${question.page} at ${at}`)
  const ask = rememberBriefly(load, { forMs: 1000, entriesMax: 2, now: () => at })
  return { load, ask, setTime: (ms: number) => (at = ms) }
}

test('equal questions at once share one loading, and a later one is loaded anew', async () => {
  const { load, ask, setTime } = setUp()
  expect(await Promise.all([ask({ page: 1 }), ask({ page: 1 }), ask({ page: 2 })])).toEqual([
    '1 at 0',
    '1 at 0',
    '2 at 0',
  ])
  expect(load).toHaveBeenCalledTimes(2)
  setTime(999)
  expect(await ask({ page: 1 })).toBe('1 at 0')
  setTime(1000)
  expect(await ask({ page: 1 })).toBe('1 at 1000')
})

test('a failure is told to those who wait for it and not remembered', async () => {
  const { load, ask } = setUp()
  load.mockRejectedValueOnce(new Error('away'))
  await expect(Promise.all([ask({ page: 1 }), ask({ page: 1 })])).rejects.toThrow('away')
  expect(await ask({ page: 1 })).toBe('1 at 0')
})

test('no more keys than the bound are kept, the oldest goes first', async () => {
  const { load, ask } = setUp()
  for (const page of [1, 2, 3, 2, 1]) await ask({ page })
  expect(load.mock.calls.map(([{ page }]) => page)).toEqual([1, 2, 3, 1])
})

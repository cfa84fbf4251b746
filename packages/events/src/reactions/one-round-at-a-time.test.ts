import { expect, test } from 'vitest'
import { oneRoundAtATime } from './one-round-at-a-time.ts'

const setUp = () => {
  const rounds: (() => void)[] = []
  let running = 0
  let most = 0
  const ask = oneRoundAtATime(async (_owner: object) => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>(resolve => rounds.push(resolve))
    running -= 1
  })
  return { ask, rounds, most: () => most }
}

test('whoever asks during a round does not wait, and one more round runs for all of them', async () => {
  const { ask, rounds, most } = setUp()
  const owner = {}
  const first = ask(owner)
  await Promise.all([ask(owner), ask(owner), ask(owner)])
  rounds[0]?.()
  await expect.poll(() => rounds.length).toBe(2)
  rounds[1]?.()
  await first
  expect([rounds.length, most()]).toEqual([2, 1])
})

test('a round that fails says so to whoever asked, and the next one runs', async () => {
  let calls = 0
  const ask = oneRoundAtATime(async (_owner: object) => {
    calls += 1
    if (calls === 1) throw new Error('broken')
  })
  const owner = {}
  await expect(ask(owner)).rejects.toThrow('broken')
  await ask(owner)
  expect(calls).toBe(2)
})

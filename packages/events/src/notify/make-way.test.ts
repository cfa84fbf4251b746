import { expect, test } from 'vitest'
import { makeWay } from './make-way.ts'

const rest = async (): Promise<number> => {
  const begin = performance.now()
  await makeWay()
  return performance.now() - begin
}

test('in a busy process it rests, but not for ever; in an idle one only for a look', async () => {
  let busy = true
  const work = () => {
    const until = performance.now() + 9
    while (performance.now() < until) Math.sqrt(until)
    if (busy) setTimeout(work, 1)
  }
  work()
  const inRush = await rest()
  busy = false
  await rest()
  expect(inRush).toBeGreaterThan(180)
  expect(inRush).toBeLessThan(5000)
  expect(await rest()).toBeLessThan(180)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeSeeds } from './judging/describe-seeds.ts'
import { startSimulation } from './run-seeds.ts'

const seeds = 300
const together = 50
const batches = Array.from({ length: seeds / together }, (_, batch) => [batch * together + 1, (batch + 1) * together])

let simulation: Awaited<ReturnType<typeof startSimulation>>
beforeAll(async () => {
  simulation = await startSimulation()
}, 60_000)
afterAll(() => simulation.stop())

test.each(batches)(
  'in the seeded worlds %i to %i every order completes or is made good',
  async (first = 0, last = 0) => {
    const run = await simulation.run(Array.from({ length: last - first + 1 }, (_, place) => first + place))
    const faults = await describeSeeds(simulation.db, run)
    expect(faults.join('\n')).toBe('')
  },
  300_000,
)

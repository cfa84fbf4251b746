import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'throttle starts all runs, spread over time',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'calm', triggers: [{ event: name('go') }], throttle: { limit: 1, period: '2s' } },
      async () => mark('ran', Date.now()),
    ),
  ],
  async check(t) {
    await t.sendMany([1, 2, 3].map(n => ({ name: 'go', data: { n } })))
    await t.marked('ran', 3)
    const times = t.details('ran') as number[]
    const took = (times[2] ?? 0) - (times[0] ?? 0)
    assert.ok(took >= 3_000, `three starts within ${took} ms`)
  },
})

import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A function that says nothing of retries is tried five times',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'fails', triggers: [{ event: name('go') }] }, async () => {
      throw new Error('always')
    }),
  ],
  limitMs: 40_000,
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Failed')
    assert.deepEqual(
      t.calls('fails').map(call => [call.attempt, call.maxAttempts]),
      [0, 1, 2, 3, 4].map(n => [n, 5]),
    )
  },
})

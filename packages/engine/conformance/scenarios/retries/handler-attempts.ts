import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A failing function is called retries + 1 times, and the app sees attempt and max_attempts',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'fails', retries: 2, triggers: [{ event: name('go') }] }, async () => {
      throw new Error('always')
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Failed')
    assert.deepEqual(
      t.calls('fails').map(call => [call.attempt, call.maxAttempts]),
      [
        [0, 3],
        [1, 3],
        [2, 3],
      ],
    )
    assert.equal((run.output as { message: string }).message, 'always')
  },
})

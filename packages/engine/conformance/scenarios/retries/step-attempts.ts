import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A failing step is tried retries + 1 times; then the function sees its error',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'fails', retries: 2, triggers: [{ event: name('go') }] },
      async ({ step, attempt, maxAttempts }) => {
        await step.run('bad', () => {
          mark('bad', [attempt, maxAttempts])
          throw new Error('always')
        })
      },
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Failed')
    assert.deepEqual(t.details('bad'), [
      [0, 3],
      [1, 3],
      [2, 3],
    ])
  },
})

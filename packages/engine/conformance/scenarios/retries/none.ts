import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'With retries 0 a failing function is called once',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'fails', retries: 0, triggers: [{ event: name('go') }] }, async () => {
      throw new Error('once')
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    await t.settle()
    assert.equal(run.status, 'Failed')
    assert.deepEqual(
      t.calls('fails').map(call => [call.attempt, call.maxAttempts]),
      [[0, 1]],
    )
  },
})

import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'onFailure is not called for a run that succeeds on a later attempt',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'flaky', retries: 1, triggers: [{ event: name('go') }], onFailure: async () => mark('onFailure') },
      async ({ attempt }) => {
        if (attempt === 0) throw new Error('at first')
      },
    ),
  ],
  async check(t) {
    assert.equal((await t.run(await t.send('go'))).status, 'Completed')
    await t.settle()
    assert.equal(t.count('onFailure'), 0)
  },
})

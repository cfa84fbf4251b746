import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A wait whose if is no expression fails the run at once, without further attempts',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', retries: 2, triggers: [{ event: name('go') }] }, async ({ step }) =>
      step.waitForEvent('answer', { event: name('answer'), timeout: '5s', if: 'async.data.n ==' }),
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Failed')
    assert.equal(t.calls('wait').length, 1)
  },
})

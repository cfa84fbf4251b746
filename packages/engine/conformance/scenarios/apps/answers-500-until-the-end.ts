import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An app that answers 500 every time: all attempts are used, then the run is Failed',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'work', retries: 1, triggers: [{ event: name('go') }] }, async () => 'done'),
  ],
  async check(t) {
    t.app.force(() => ({ status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Bad day</h1>' }))
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Failed')
    assert.deepEqual(
      t.calls().map(call => call.attempt),
      [0, 1],
    )
  },
})

import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A function that the app no longer has, without having told the server, fails after its attempts',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'gone', retries: 1, triggers: [{ event: name('go') }] }, async () => 'done'),
  ],
  async check(t) {
    t.serveQuietly(({ inngest, name }) => [
      inngest.createFunction({ id: 'other', triggers: [{ event: name('other') }] }, async () => null),
    ])
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Failed')
    assert.deepEqual(
      t.calls().map(call => call.attempt),
      [0, 1],
    )
  },
})

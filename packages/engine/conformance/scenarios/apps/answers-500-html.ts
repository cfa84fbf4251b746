import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A 500 with a page of HTML counts as a failed attempt, and the next attempt completes the run',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'work', retries: 2, triggers: [{ event: name('go') }] }, async () => 'done'),
  ],
  async check(t) {
    t.app.force(call =>
      call.attempt === 0
        ? { status: 500, headers: { 'content-type': 'text/html' }, body: '<html><h1>Bad day</h1></html>' }
        : undefined,
    )
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(
      t.calls().map(call => call.attempt),
      [0, 1],
    )
  },
})

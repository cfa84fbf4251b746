import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A 206 whose body is no list of ops never becomes a result: the run ends Failed',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'work', retries: 1, triggers: [{ event: name('go') }] }, async () => 'done'),
  ],
  async check(t) {
    t.app.force(() => ({ status: 206, headers: { 'content-type': 'application/json' }, body: '{"surprise": tru' }))
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Failed')
  },
})

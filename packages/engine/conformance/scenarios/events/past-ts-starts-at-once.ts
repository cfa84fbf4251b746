import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An event with a ts in the past starts its run at once, and the app sees that ts',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'old', triggers: [{ event: name('old') }] }, async ({ event }) => event.ts),
  ],
  async check(t) {
    const ts = Date.now() - 3_600_000
    const run = await t.run(await t.send('old', {}, { ts }))
    assert.equal(await t.result(run.run_id), ts)
  },
})

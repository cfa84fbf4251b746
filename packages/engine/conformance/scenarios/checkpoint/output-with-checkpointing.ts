import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'GET /v1/runs/{id} shows the output of a checkpointed run',
  differs: 'the output of a checkpointed run is shown as an empty text',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'plain', triggers: [{ event: name('go') }] }, async () => ({ ok: [1] })),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(run.output, { ok: [1] })
  },
})

import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An event without data reaches the function with empty data',
  differs: 'the function gets data null, which no function expects',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'bare', triggers: [{ event: name('bare') }] }, async ({ event }) => ({
      data: event.data,
    })),
  ],
  async check(t) {
    const run = await t.run(await t.send('bare'))
    assert.deepEqual(await t.result(run.run_id), { data: {} })
  },
})

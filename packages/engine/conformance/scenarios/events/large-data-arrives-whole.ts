import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Two hundred kilobytes of event data arrive whole',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'large', triggers: [{ event: name('large') }] }, async ({ event }) => ({
      length: event.data.text.length,
      end: event.data.text.slice(-3),
    })),
  ],
  async check(t) {
    const run = await t.run(await t.send('large', { text: `${'가'.repeat(65_000)}end` }))
    assert.deepEqual(await t.result(run.run_id), { length: 65_003, end: 'end' })
  },
})

import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A batch that does not fill starts when its timeout is over',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'batch', triggers: [{ event: name('go') }], batchEvents: { maxSize: 10, timeout: '2s' } },
      async ({ events }) =>
        mark(
          'batch',
          events.map((event: { data: Record<string, unknown> }) => event.data.n),
        ),
    ),
  ],
  async check(t) {
    await t.send('go', { n: 1 })
    await t.send('go', { n: 2 })
    await t.marked('batch')
    await t.settle()
    assert.deepEqual(
      t.details('batch').map(batch => (batch as number[]).sort()),
      [[1, 2]],
    )
  },
})

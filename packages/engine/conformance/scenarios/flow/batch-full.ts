import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A full batch starts one run with all its events, without waiting for the timeout',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'batch', triggers: [{ event: name('go') }], batchEvents: { maxSize: 3, timeout: '30s' } },
      async ({ events }) =>
        mark(
          'batch',
          events.map((event: { data: Record<string, unknown> }) => event.data.n),
        ),
    ),
  ],
  async check(t) {
    await t.sendMany([1, 2, 3].map(n => ({ name: 'go', data: { n } })))
    await t.marked('batch')
    assert.deepEqual((t.details('batch')[0] as number[]).sort(), [1, 2, 3])
    assert.equal(t.calls('batch').length, 1)
  },
})

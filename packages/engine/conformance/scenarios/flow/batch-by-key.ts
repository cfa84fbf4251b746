import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Batches with a key collect each key by itself',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      {
        id: 'batch',
        triggers: [{ event: name('go') }],
        batchEvents: { maxSize: 2, timeout: '30s', key: 'event.data.key' },
      },
      async ({ events }) =>
        mark('batch', events.map((event: { data: Record<string, unknown> }) => event.data.key).join('')),
    ),
  ],
  async check(t) {
    await t.sendMany(['a', 'b', 'a', 'b'].map(key => ({ name: 'go', data: { key } })))
    await t.marked('batch', 2)
    assert.deepEqual(t.details('batch').sort(), ['aa', 'bb'])
  },
})

import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'idempotency starts one run for a key, whatever the ids of the events',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'once', triggers: [{ event: name('go') }], idempotency: 'event.data.key' },
      async ({ event }) => mark('ran', event.data.key),
    ),
  ],
  async check(t) {
    for (const key of ['a', 'a', 'b', 'a']) await t.send('go', { key })
    await t.marked('ran', 2)
    await t.settle()
    assert.deepEqual(t.details('ran').sort(), ['a', 'b'])
  },
})

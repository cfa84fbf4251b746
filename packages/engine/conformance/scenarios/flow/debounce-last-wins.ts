import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'debounce runs once for a burst, with its last event; keys do not disturb each other',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'calm', triggers: [{ event: name('go') }], debounce: { period: '2s', key: 'event.data.key' } },
      async ({ event, events }) => mark('ran', `${event.data.key}${event.data.n} of ${events.length}`),
    ),
  ],
  async check(t) {
    for (const n of [1, 2, 3]) await t.send('go', { key: 'a', n })
    await t.settle()
    await t.send('go', { key: 'a', n: 4 })
    await t.send('go', { key: 'b', n: 1 })
    await t.marked('ran', 2)
    await t.settle()
    await t.settle()
    assert.deepEqual(t.details('ran').sort(), ['a4 of 1', 'b1 of 1'])
  },
})

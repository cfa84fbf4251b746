import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A function with two triggers runs for either event and sees which it was',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'both', triggers: [{ event: name('created') }, { event: name('changed') }] },
      async ({ event }) => mark('ran', event.name),
    ),
  ],
  async check(t) {
    await t.send('created')
    await t.send('changed')
    await t.marked('ran', 2)
    assert.deepEqual(t.details('ran').sort(), [t.name('changed'), t.name('created')])
  },
})

import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'timeouts.start cancels a run that could not begin in time; the app is never called for it',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'narrow', triggers: [{ event: name('go') }], timeouts: { start: '2s' }, concurrency: 1 },
      async ({ event }) => {
        mark('begins', event.data.n)
        await pause(4_500)
      },
    ),
  ],
  async check(t) {
    const first = await t.send('go', { n: 1 })
    await t.marked('begins')
    const second = await t.send('go', { n: 2 })
    assert.equal((await t.run(second)).status, 'Cancelled')
    assert.equal((await t.run(first)).status, 'Completed')
    await t.settle()
    assert.deepEqual(t.details('begins'), [1])
  },
})

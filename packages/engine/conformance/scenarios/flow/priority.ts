import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Of runs that wait for room, one with a higher priority overtakes those sent before it',
  differs: 'priority is not strict: at times the later run waits its turn',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'narrow', triggers: [{ event: name('go') }], concurrency: 1, priority: { run: 'event.data.priority' } },
      async ({ event }) => {
        mark('ran', event.data.priority)
        await pause(1_500)
      },
    ),
  ],
  async check(t) {
    await t.send('go', { priority: 0 })
    await t.marked('ran')
    for (const priority of [0, 0, 0, 300]) await t.send('go', { priority })
    await t.marked('ran', 5)
    // One may be on its way already when the other comes.
    const place = t.details('ran').indexOf(300)
    assert.ok(place === 1 || place === 2, `started at place ${place} of ${t.details('ran').join(', ')}`)
  },
})

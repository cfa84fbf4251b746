import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Concurrency 1 by key: strictly one step at a time of each key, keys side by side',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'narrow', triggers: [{ event: name('go') }], concurrency: { limit: 1, key: 'event.data.key' } },
      async ({ step, event }) =>
        step.run('work', async () => {
          mark(`begin ${event.data.key}`)
          await pause(400)
          mark(`end ${event.data.key}`)
        }),
    ),
  ],
  async check(t) {
    const keys = ['a', 'a', 'a', 'b', 'b', 'b']
    for (const id of await t.sendMany(keys.map(key => ({ name: 'go', data: { key } })))) await t.run(id)
    for (const key of ['a', 'b']) {
      const own = t.marks().filter(label => label.endsWith(` ${key}`))
      assert.deepEqual(own, Array.from({ length: 3 }, () => [`begin ${key}`, `end ${key}`]).flat())
    }
  },
})
